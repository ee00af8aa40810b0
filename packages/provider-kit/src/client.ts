import {
  misspeltOptions,
  type OutcomeEvent,
  type RequestEvent,
  type ResolvedClientOptions,
} from './client-options.ts';
import { ConfigurationError } from './errors.ts';
import { exchange, type HttpRequest } from './exchange.ts';
import { copyNextStep } from './internal/copy-next-step.ts';
import { maskData, maskSent, type Sent } from './internal/mask-sent.ts';
import { type Claim, OrderMemory, type RememberedOrder } from './internal/order-memory.ts';
import { quietly } from './internal/quietly.ts';
import { warningsOf } from './internal/warnings.ts';
import { saysNothingOfOrder } from './judge.ts';
import type { Operation, OperationInput, OperationOutcome } from './operation.ts';
import { type Outcome, unknownCause, unknownOutcome } from './outcome.ts';
import { allRequestFields, redactFields } from './redact.ts';
import { type EncodeContext, encodeRequestFields, notSent, type WireFields } from './request-fields.ts';

/** What a single call can be given. */
export interface CallOptions {
  /**
   * Ends the wait. If it has fired before anything was sent, the call rejects with the signal's reason and nothing is
   * sent. If the request was already handed to `fetch`, the outcome is `unknown`, not failed.
   */
  readonly signal?: AbortSignal;
  /**
   * `true` where the order may have been sent before and its outcome is not known: by this program before a restart, by
   * another process, by a Worker that is gone. What the platform refuses then ends `unknown`, not `failed`, as it does
   * where this very client repeats an order: the refusal says nothing of the first attempt. Only for operations that
   * create an order.
   */
  readonly repeat?: boolean;
}

/** How one product of a platform puts operations on the wire and reads what comes back. */
export interface Wire {
  /** The fields that come from the configuration. */
  provided(operation: Operation): WireFields;
  /** The request that carries these fields. What it throws, the call rejects with. */
  build(operation: Operation, fields: WireFields): HttpRequest | Promise<HttpRequest>;
  /** What the reply means. Must not throw; should it do so, the outcome is `unknown`. */
  read(operation: Operation, sent: WireFields, bytes: Uint8Array): Outcome<object> | Promise<Outcome<object>>;
}

/**
 * Calls any operation of one wire.
 *
 * Rejects with a `RequestError` or `ConfigurationError`, or with the reason of a signal, before anything is sent; once
 * the request is out, it never rejects.
 */
export type Caller = <O extends Operation>(
  operation: O,
  input: OperationInput<O>,
  options?: CallOptions,
) => Promise<OperationOutcome<O>>;

/** The one path every call takes: check, build, remember, exchange, read. */
export function createCaller(options: ResolvedClientOptions, wire: Wire): Caller {
  const { now, nonce, hooks, deadlineSeconds, maxReplyBytes: maxBytes } = options;
  const orders = new OrderMemory();

  return async (operation, input, callOptions = {}) => {
    const { signal, repeat = false } = checkCallOptions(operation, callOptions);
    const provided = wire.provided(operation);
    const fields = encode(operation, input, { now, nonce, provided });
    const fetch = operation.needsCertificate ? options.certificateFetch : options.fetch;
    if (fetch === undefined) throw certificateRequired(operation);
    const request = await build(wire, operation, fields);
    signal?.throwIfAborted();
    const claim = orders.claim(operation, fields, repeat);

    const sent: Sent = { fields, table: allRequestFields(operation.request) };
    quietly(() => hooks.onRequest?.(requestEvent(operation, request, sent, now)));
    const started = milliseconds(now);
    const exchangeOptions = { fetch, deadlineSeconds, maxBytes, signal };
    const answered = await exchangeAndRead(wire, operation, fields, request, exchangeOptions);
    const known = operation.role === 'query' ? orders.find(operation, fields) : undefined;
    const outcome = maskSent(withMemory(operation, known, afterClaim(operation, claim, answered)), sent);
    quietly(() =>
      hooks.onOutcome?.({
        ...requestEvent(operation, request, sent, now),
        outcome: redactOutcome(operation, outcome, sent),
        milliseconds: milliseconds(now) - started,
      }),
    );
    return outcome as OperationOutcome<typeof operation>;
  };
}

/** A misspelt `signal` would end nothing. */
function checkCallOptions({ role }: Operation, options: CallOptions): CallOptions {
  const issues = misspeltOptions(options, ['signal', 'repeat']);
  if (options?.repeat !== undefined && typeof options.repeat !== 'boolean') {
    issues.push({ path: 'repeat', code: 'wrong_type', message: 'must be true or false' });
  } else if (options?.repeat === true && role !== 'create') {
    const message = 'is only for operations that create an order';
    issues.push({ path: 'repeat', code: 'conflict', message });
  }
  if (options?.signal !== undefined && typeof options.signal?.throwIfAborted !== 'function') {
    issues.push({ path: 'signal', code: 'wrong_type', message: 'must be an AbortSignal' });
  }
  if (options instanceof AbortSignal) {
    issues.push({
      path: 'options',
      code: 'wrong_type',
      message: 'must be { signal }, not the signal itself',
    });
  }
  if (issues.length > 0) throw new ConfigurationError(issues);
  return options;
}

/**
 * A repeat that is refused tells nothing of the first attempt, which may have been executed: it may even be why the
 * balance is now too low.
 */
function afterClaim(
  operation: Operation,
  { isRepeat, failed, refused }: Claim,
  outcome: Outcome<object>,
): Outcome<object> {
  if (isRefusal(outcome)) refused();
  if (outcome.status !== 'failed') return outcome;
  // What nobody signed may have been said by anybody: it does not settle what became of the order.
  if (outcome.authenticated) failed();
  if (!isRepeat) return outcome;
  const message = 'the platform refused a repeat; the order may have been executed before';
  const error = saysNothingOfOrder(outcome.error);
  return unknownOutcome({ code: 'platform', message, error }, operation.whenUnknown);
}

/** A refusal that nobody signed may be disbelieved; what was refused is told all the same. */
function isRefusal(outcome: Outcome<object>): boolean {
  if (outcome.status !== 'unknown') return outcome.status === 'failed';
  return outcome.cause.code === 'signature_missing' && outcome.cause.error !== undefined;
}

/** A question's answer, with what this client knows of the order and the platform does not tell. */
function withMemory(
  { name, whenUnknown }: Operation,
  order: RememberedOrder | undefined,
  outcome: Outcome<object>,
): Outcome<object> {
  if (order === undefined || (outcome.status !== 'unknown' && outcome.status !== 'pending')) return outcome;
  const { next } = outcome;
  if (next.action === 'repeat' && next.operation !== name) {
    // What was refused would be refused again: whether it stays away is all there is to find out.
    return {
      ...outcome,
      next: order.wasRefused ? copyNextStep(whenUnknown) : { ...next, operation: order.operation },
    };
  }
  if (next.action !== 'query' || (next.awaits?.placedBy ?? order.operation) === order.operation)
    return outcome;
  const { awaits: _, ...asked } = next;
  return { ...outcome, next: asked };
}

function certificateRequired({ name }: Operation): ConfigurationError {
  const message = `is required: ${name} needs the merchant's client certificate`;
  return new ConfigurationError(
    [{ path: 'certificateFetch', code: 'missing', message }],
    'certificate_required',
  );
}

function encode(operation: Operation, input: unknown, context: EncodeContext): WireFields {
  try {
    return encodeRequestFields(operation.name, operation.request, input, context);
  } catch (error) {
    throw notSent(operation.name, error);
  }
}

async function build(wire: Wire, operation: Operation, fields: WireFields): Promise<HttpRequest> {
  try {
    return await wire.build(operation, fields);
  } catch (error) {
    throw notSent(operation.name, error);
  }
}

/** Once the request is out nothing may throw, or the caller would lose track of a payment. */
async function exchangeAndRead(
  wire: Wire,
  operation: Operation,
  sent: WireFields,
  request: HttpRequest,
  options: Parameters<typeof exchange>[1],
): Promise<Outcome<object>> {
  const result = await exchange(request, options);
  if (!result.ok) return unknownOutcome(result.cause, operation.whenUnknown);
  try {
    return await wire.read(operation, sent, result.bytes);
  } catch {
    return unknownOutcome(unknownCause('reply_malformed'), operation.whenUnknown);
  }
}

function requestEvent(
  { name }: Operation,
  { url }: HttpRequest,
  { fields, table }: Sent,
  now: () => Date,
): RequestEvent {
  const warnings = warningsOf(fields, table, now);
  return { operation: name, url, fields: redactFields(fields, table), warnings };
}

/** A copy, so that what a hook does to it does not reach the caller. */
function redactOutcome({ reply }: Operation, outcome: Outcome<object>, sent: Sent): OutcomeEvent['outcome'] {
  const data =
    'data' in outcome && outcome.data !== undefined ? { data: maskData(outcome.data, reply, sent) } : {};
  return structuredClone({ ...outcome, ...data }) as OutcomeEvent['outcome'];
}

/** A clock that fails must not make a call fail whose request is out. */
function milliseconds(now: () => Date): number {
  try {
    return now().getTime();
  } catch {
    return Number.NaN;
  }
}
