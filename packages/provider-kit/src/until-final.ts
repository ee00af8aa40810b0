import type { CallOptions } from './client.ts';
import { functionIssues, misspeltOptions } from './client-options.ts';
import { ConfigurationError, type Issue } from './errors.ts';
import type { Outcome } from './outcome.ts';

/** How long and how often to ask. */
export interface UntilFinalOptions {
  /** The pause before each question, in seconds; the last one goes for all further questions. Default: 2, 3, 5, 10. */
  readonly afterSeconds?: readonly number[];
  /** Default: 40. */
  readonly maxTries?: number;
  /** For everything together, pauses and answers; above 0 and at most 86400. Default: 300. */
  readonly deadlineSeconds?: number;
  /** Ends the wait. */
  readonly signal?: AbortSignal;
  /** Waits, unless the signal ends it. Default: a timer. */
  readonly sleep?: (seconds: number, signal: AbortSignal) => Promise<void>;
  /** Default: the system clock. */
  readonly clock?: () => Date;
}

/**
 * Asks until the answer is neither `pending` nor `unknown`, the questions are used up, the deadline has come or the
 * signal has fired; then returns the last answer. For a card payment that is still under way (支付中), for example. One
 * question is asked even where the deadline comes before it.
 *
 * @param ask One question. Hand its argument on to the client's method, so that a question is not waited for longer
 * than all of this.
 * @throws ConfigurationError for unusable options; what `ask` throws before anything was sent; the signal's reason, where
 * it fired before there was any answer. Never for what a platform answers.
 * @example
 * ```ts
 * const paying = await scanPay.wechatCard(order);
 * const outcome =
 *   paying.status === 'pending' || paying.status === 'unknown'
 *     ? await untilFinal((options) => scanPay.query({ MERORDERID }, options), { deadlineSeconds: 60 })
 *     : paying;
 * ```
 */
export async function untilFinal<Answer extends { readonly status: Outcome<unknown>['status'] }>(
  ask: (options: CallOptions & { readonly signal: AbortSignal }) => Promise<Answer>,
  options: UntilFinalOptions = {},
): Promise<Answer> {
  const { afterSeconds, maxTries, deadlineSeconds, sleep, clock } = resolveOptions(options);
  options.signal?.throwIfAborted();
  const controller = new AbortController();
  const { signal } = controller;
  const abort = () => controller.abort(options.signal?.reason);
  const timer = setTimeout(() => controller.abort(), deadlineSeconds * 1000);
  options.signal?.addEventListener('abort', abort, { once: true });
  const end = clock().getTime() + deadlineSeconds * 1000;
  let last: Answer | undefined;
  try {
    for (let tried = 0; tried < maxTries; tried++) {
      const pause = afterSeconds[Math.min(tried, afterSeconds.length - 1)] ?? 0;
      if (last !== undefined && clock().getTime() + pause * 1000 >= end) return last;
      await sleep(pause, signal);
      options.signal?.throwIfAborted();
      if (signal.aborted && last !== undefined) return last;
      // Without any answer there would be nothing to return: a deadline that has come does not end the first question.
      const patient = options.signal ?? new AbortController().signal;
      const answer = await ask({ signal: signal.aborted ? patient : signal });
      if (isFinal(answer)) return answer;
      // A question that was cut short says less than the answer before it.
      if (signal.aborted) return last ?? answer;
      last = answer;
    }
  } catch (error) {
    if (signal.aborted && last !== undefined) return last;
    throw error;
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', abort);
  }
  return last as Answer;
}

function isFinal({ status }: { readonly status: Outcome<unknown>['status'] }): boolean {
  return status !== 'pending' && status !== 'unknown';
}

function resolveOptions(options: UntilFinalOptions) {
  const given: UntilFinalOptions = options ?? {};
  const resolved = {
    afterSeconds: given.afterSeconds ?? [2, 3, 5, 10],
    maxTries: given.maxTries ?? 40,
    deadlineSeconds: given.deadlineSeconds ?? 300,
    sleep: given.sleep ?? sleepOnTimer,
    clock: given.clock ?? (() => new Date()),
  };
  const issues: Issue[] = [
    ...misspeltOptions(options, [...Object.keys(resolved), 'signal']),
    ...functionIssues({ sleep: resolved.sleep, clock: resolved.clock }),
  ];
  const demand = (path: keyof UntilFinalOptions, holds: boolean, message: string) => {
    if (!holds) issues.push({ path, code: 'invalid_value', message });
  };
  const { afterSeconds, maxTries, deadlineSeconds } = resolved;
  demand(
    'afterSeconds',
    Array.isArray(afterSeconds) &&
      afterSeconds.length > 0 &&
      afterSeconds.every((pause) => pause >= 0 && pause <= 86_400),
    'must be pauses from 0 to 86400 seconds',
  );
  demand('maxTries', Number.isSafeInteger(maxTries) && maxTries > 0, 'must be a whole number above 0');
  demand(
    'deadlineSeconds',
    deadlineSeconds > 0 && deadlineSeconds <= 86_400,
    'must be above 0 and at most 86400',
  );
  if (issues.length > 0) throw new ConfigurationError(issues);
  return { ...resolved, afterSeconds: [...afterSeconds] };
}

/** Comes back early, without an error, when the signal fires. */
function sleepOnTimer(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, seconds * 1000);
    signal.addEventListener('abort', end, { once: true });
  });
}
