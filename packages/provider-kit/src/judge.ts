import type { Operation } from './operation.ts';
import { type NextStep, type Outcome, type PlatformError, unknownCause, unknownOutcome } from './outcome.ts';
import { maskDigits } from './redact.ts';
import type { WireFields } from './request-fields.ts';
import type { ErrorCode, ErrorCodes } from './verdict.ts';

/** What is needed of an operation, or of a notification, to say what became of it. */
export type Judged = Pick<Operation, 'name' | 'role' | 'reply' | 'states' | 'errors' | 'whenUnknown'>;

/** What a platform gave as the reason, in its own code and words. */
export interface Reason {
  readonly code: string;
  readonly message: string;
}

/** A platform's reason, with what its documents say about the code. */
export function platformError(errors: ErrorCodes, reason: Reason): PlatformError {
  const row = lookUp(errors, reason.code);
  return {
    code: reason.code,
    message: maskDigits(reason.message),
    listed: row !== undefined,
    ...(row === undefined ? {} : { meaning: row.meaning, action: row.action }),
    mayRepeat: row?.repeatAfterSeconds !== undefined,
  };
}

function lookUp(errors: ErrorCodes, code: string): ErrorCode | undefined {
  return Object.hasOwn(errors, code) ? errors[code] : undefined;
}

/** The outcome of a reply that refuses, by the operation's error table. A code that no table lists settles nothing. */
export function refusalOutcome<Data>(
  operation: Judged,
  reason: Reason,
  { authenticated, data }: { readonly authenticated: boolean; readonly data?: Data },
): Outcome<Data> {
  const error = platformError(operation.errors, reason);
  const row = lookUp(operation.errors, reason.code);
  if (row?.class === 'failed' && operation.role !== 'query') {
    return { status: 'failed', error, authenticated, ...(data === undefined ? {} : { data }) };
  }
  if (row?.class === 'pending' && data !== undefined) {
    return { status: 'pending', data, authenticated, next: operation.whenUnknown };
  }
  const next: NextStep =
    row?.repeatAfterSeconds === undefined
      ? operation.whenUnknown
      : { action: 'repeat', operation: operation.name, afterSeconds: row.repeatAfterSeconds };
  return unknownOutcome({ code: 'platform', message: says(error), error }, next, data);
}

/**
 * The outcome of a reply that reports a state, by the operation's state table. An undocumented value is `unknown`.
 * Where the state says "failed", the platform's reason may still say that it is under way or that it does not know.
 */
export function stateOutcome<Data extends object>(
  operation: Judged,
  data: Data,
  { authenticated, reason }: { readonly authenticated: boolean; readonly reason?: Reason | undefined },
): Outcome<Data> {
  const { field, values } = operation.states;
  const value = String((data as Record<string, unknown>)[field]);
  const state = Object.hasOwn(values, value) ? values[value] : undefined;
  const stated = { code: value, message: state?.title.zh ?? '' };
  switch (state?.status) {
    case 'succeeded':
      return carriesSettled(operation, data)
        ? { status: 'succeeded', data, authenticated }
        : unknownOutcome(unknownCause('reply_incomplete'), operation.whenUnknown, data);
    case 'pending':
      return { status: 'pending', data, authenticated, next: state.next };
    case 'failed': {
      const row = reason === undefined ? undefined : lookUp(operation.errors, reason.code);
      if (reason !== undefined && row !== undefined && row.class !== 'failed') {
        return refusalOutcome(operation, reason, { authenticated, data });
      }
      const error = {
        ...platformError(operation.errors, reason ?? stated),
        ...(row === undefined ? { meaning: state.title } : {}),
      };
      return { status: 'failed', error, authenticated, data };
    }
    case 'unknown':
    case undefined: {
      const error = { ...platformError({}, stated), listed: state !== undefined };
      const cause = { code: 'platform', message: says(error), error } as const;
      return unknownOutcome(cause, state?.next ?? operation.whenUnknown, data);
    }
  }
}

function carriesSettled({ reply }: Judged, data: object): boolean {
  return Object.entries(reply).every(([name, field]) => field.use !== 'settled' || Object.hasOwn(data, name));
}

function says({ code, listed }: PlatformError): string {
  return listed ? `the platform answered ${code}` : `the platform answered ${code}, which is not documented`;
}

/** Whether a reply speaks of the order that was asked about: what it repeats of the request must be the same. */
export function echoesRequest(
  { echoes }: Pick<Operation, 'echoes'>,
  sent: WireFields,
  received: Readonly<Record<string, unknown>>,
): boolean {
  return echoes.every((name) => {
    const value = received[name];
    return (
      sent[name] === undefined ||
      value === undefined ||
      value === null ||
      value === '' ||
      value === sent[name]
    );
  });
}
