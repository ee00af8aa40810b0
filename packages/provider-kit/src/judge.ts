import type { Operation } from './operation.ts';
import { copyNextStep } from './internal/copy-next-step.ts';
import { type NextStep, type Outcome, type PlatformError, unknownCause, unknownOutcome } from './outcome.ts';
import { maskDigits } from './redact.ts';
import type { WireFields } from './request-fields.ts';
import type { Title } from './title.ts';
import type { ErrorCode, ErrorCodes } from './verdict.ts';

/** What is needed of an operation, or of a notification, to say what became of it. */
export type Judged = Pick<Operation, 'name' | 'role' | 'reply' | 'states' | 'errors' | 'whenUnknown'>;

/** What a platform gave as the reason, in its own code and words. */
export interface Reason {
  /** The platform's code. */
  readonly code: string;
  /** The platform's words, as they came. */
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
    return { status: 'pending', data, authenticated, next: copyNextStep(operation.whenUnknown) };
  }
  const next: NextStep =
    row?.repeatAfterSeconds === undefined
      ? operation.whenUnknown
      : { action: 'repeat', operation: operation.name, afterSeconds: row.repeatAfterSeconds };
  return unknownOutcome({ code: 'platform', message: says(error), error }, next, data);
}

/** What stands behind a reported state. */
export interface StateOptions {
  /** Whether a valid signature of the platform stands behind it. */
  readonly authenticated: boolean;
  /** Why the state is what it is, where the platform says. */
  readonly reason?: Reason | undefined;
  /** The state, where it does not stand in the state field. */
  readonly state?: string | undefined;
}

/**
 * The outcome of a reply that reports a state, by the operation's state table. An undocumented value is `unknown`.
 * Where the state says "failed", the platform's reason may still say that it is under way or that it does not know.
 */
export function stateOutcome<Data extends object>(
  operation: Judged,
  data: Data,
  options: StateOptions,
): Outcome<Data> {
  const { field, values } = operation.states;
  const { authenticated, reason } = options;
  const reported = options.state ?? (data as Readonly<Record<string, unknown>>)[field];
  if (typeof reported !== 'string' && typeof reported !== 'number') {
    return unknownOutcome(unknownCause('reply_incomplete'), operation.whenUnknown, data);
  }
  const value = String(reported);
  const state = Object.hasOwn(values, value) ? values[value] : undefined;
  switch (state?.status) {
    case 'succeeded':
      return carriesSettled(operation, data)
        ? { status: 'succeeded', data, authenticated }
        : unknownOutcome(unknownCause('reply_incomplete'), operation.whenUnknown, data);
    case 'pending':
      return { status: 'pending', data, authenticated, next: copyNextStep(state.next) };
    case 'failed': {
      if (reason === undefined) {
        return { status: 'failed', error: stateError(value, state.title), authenticated, data };
      }
      const row = lookUp(operation.errors, reason.code);
      if (row !== undefined && row.class !== 'failed') {
        return refusalOutcome(operation, reason, { authenticated, data });
      }
      const error = { meaning: state.title, ...platformError(operation.errors, reason) };
      return { status: 'failed', error, authenticated, data };
    }
    case 'unknown':
    case undefined: {
      const error = stateError(value, state?.title);
      const cause = { code: 'platform', message: says(error), error } as const;
      return unknownOutcome(cause, state?.next ?? operation.whenUnknown, data);
    }
  }
}

/** A state in the place of an error code. */
function stateError(code: string, title: Title | undefined): PlatformError {
  return {
    code,
    message: title?.zh ?? '',
    listed: title !== undefined,
    ...(title === undefined ? {} : { meaning: title }),
    mayRepeat: false,
  };
}

function carriesSettled({ reply }: Judged, data: object): boolean {
  return Object.entries(reply).every(([name, field]) => field.use !== 'settled' || Object.hasOwn(data, name));
}

/** In words, for a log: a code that is not documented may be anything, so only one that looks like a code is shown. */
function says({ code, listed }: PlatformError): string {
  if (listed) return `the platform answered ${code}`;
  return CODE.test(code)
    ? `the platform answered ${code}, which is not documented`
    : 'the platform answered a code that is not documented';
}

const CODE = /^(?!.*\d{7})[\w-]{1,64}$/;

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
