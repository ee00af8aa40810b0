import { copyNextStep } from './internal/copy-next-step.ts';
import type { Operation } from './operation.ts';
import {
  incompleteReply,
  type NextStep,
  type Outcome,
  type PlatformError,
  unknownOutcome,
} from './outcome.ts';
import { maskDigits } from './redact.ts';
import type { WireFields } from './request-fields.ts';
import type { Title } from './title.ts';
import type { ErrorCode, ErrorCodes, State } from './verdict.ts';

/** What is needed of an operation, or of a notification, to say what became of it. */
export type Judged = Pick<Operation, 'name' | 'role' | 'reply' | 'states' | 'errors' | 'whenUnknown'> &
  Partial<Pick<Operation, 'movesMoney'>>;

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
    // An undocumented code may hold anything.
    code: row === undefined ? maskDigits(reason.code) : reason.code,
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
  const row = lookUp(operation.errors, reason.code);
  const listed = platformError(operation.errors, reason);
  const error = row?.class === 'failed' && operation.role !== 'create' ? saysNothingOfOrder(listed) : listed;
  if (row?.class === 'failed' && operation.role !== 'query') {
    return failedOutcome(operation, error, { authenticated, ...(data === undefined ? {} : { data }) });
  }
  if (row?.class === 'pending' && data !== undefined) {
    return { status: 'pending', data, authenticated, next: copyNextStep(operation.whenUnknown) };
  }
  const next: NextStep =
    row?.repeatAfterSeconds === undefined
      ? (row?.next ?? operation.whenUnknown)
      : { action: 'repeat', operation: operation.name, afterSeconds: row.repeatAfterSeconds };
  return platformUnknown(error, next, authenticated ? data : undefined);
}

/** A refusal that does not settle the order: a new order number would be the wrong thing to use. */
export function saysNothingOfOrder(error: PlatformError): PlatformError {
  return {
    ...error,
    action: {
      zh: '修改后重新查询，以查询结果为准',
      en: 'Mend the request and query; only the result counts',
    },
  };
}

function failedOutcome<Data>(
  { role, whenUnknown }: Judged,
  error: PlatformError,
  rest: { readonly authenticated: boolean; readonly data?: Data },
): Outcome<Data> {
  // A step may fail and the order go on; and what nobody signed may have been said by anybody.
  return {
    status: 'failed',
    error: rest.authenticated || error.action === undefined ? error : saysNothingOfOrder(error),
    ...rest,
    ...((role === 'act' || !rest.authenticated) && whenUnknown.action !== 'repeat'
      ? { next: copyNextStep(whenUnknown) }
      : {}),
  };
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
    return unknownOutcome(incompleteReply(), operation.whenUnknown, data);
  }
  const value = String(reported);
  const state = Object.hasOwn(values, value) ? values[value] : undefined;
  const believed = authenticated ? data : undefined;
  switch (state?.status) {
    case 'succeeded': {
      const counted = state.nothing !== undefined && countsNothing(state.nothing, data);
      if (reason !== undefined && contradictsSuccess(operation, state, reason, counted)) {
        const error = explainedState(operation, value, undefined, reason);
        return platformUnknown(error, operation.whenUnknown, believed);
      }
      const mayFill = state.nothing !== undefined && (counted || state.onlyWhereCounted !== true);
      const complete = mayFill ? foundNothing(state.nothing, data) : data;
      const missing = complete === undefined ? [] : missingSettled(operation, complete);
      return complete !== undefined && missing.length === 0
        ? { status: 'succeeded', data: complete, authenticated }
        : unknownOutcome(incompleteReply({ fields: missing }), operation.whenUnknown, believed);
    }
    case 'refunded':
      return { status: 'refunded', data, authenticated };
    case 'pending':
      return { status: 'pending', data, authenticated, next: copyNextStep(state.next) };
    case 'failed': {
      const row = reason === undefined ? undefined : lookUp(operation.errors, reason.code);
      if (reason !== undefined && row !== undefined && row.class !== 'failed') {
        return refusalOutcome(operation, reason, { authenticated, data });
      }
      const error = explainedState(operation, value, state.title, reason);
      // What a wallet or bank behind the platform calls a failure may be a time-out of its own.
      const mayBeExecuted = operation.role === 'create' && operation.movesMoney === true;
      return row === undefined && mayBeExecuted && state.isDefinite !== true
        ? platformUnknown(error, state.next ?? operation.whenUnknown, believed)
        : failedOutcome(operation, error, { authenticated, data });
    }
    case 'unknown':
      return platformUnknown(explainedState(operation, value, state.title, reason), state.next, believed);
    case undefined:
      return platformUnknown(stateError(value, undefined), operation.whenUnknown, believed);
  }
}

/**
 * A documented reason why it did not happen, or not yet, beside a state that says it did. Where the state says that nothing
 * was found, any code is one; mere words are, unless the reply counts nothing in so many digits.
 */
function contradictsSuccess(
  { errors }: Judged,
  state: Extract<State, { status: 'succeeded' }>,
  { code }: Reason,
  counted: boolean,
): boolean {
  if (state.nothing !== undefined && state.onlyWhereCounted !== true) return code !== '' || !counted;
  const row = lookUp(errors, code);
  return row?.class === 'failed' || row?.class === 'pending';
}

/** Whether a reply says in so many digits that there is nothing, and holds nothing. */
function countsNothing(nothing: object, data: object): boolean {
  const found = foundUnder(nothing, data);
  return found.includes(0) && !found.some(isSomething);
}

/** What a reply has under the names that tell of nothing. */
function foundUnder(nothing: object, data: object): unknown[] {
  return Object.keys(nothing).map((name) => (data as Readonly<Record<string, unknown>>)[name]);
}

function platformUnknown<Data>(error: PlatformError, next: NextStep, data: Data | undefined): Outcome<Data> {
  return unknownOutcome({ code: 'platform', message: says(error), error }, next, data);
}

/** `undefined` where something was found all the same: rows, or a count of them. */
function foundNothing<Data extends object>(nothing: object, data: Data): Data | undefined {
  if (foundUnder(nothing, data).some(isSomething)) return undefined;
  return Object.assign(Object.create(null), structuredClone(nothing), data) as Data;
}

function isSomething(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value === 'number' && value > 0;
}

/** A state and the reason that came with it. Words without a code explain the state, which then stands for the code. */
function explainedState(
  { errors }: Judged,
  value: string,
  title: Title | undefined,
  reason: Reason | undefined,
): PlatformError {
  if (reason === undefined) return stateError(value, title);
  if (reason.code === '') return { ...stateError(value, title), message: maskDigits(reason.message) };
  return { ...(title === undefined ? {} : { meaning: title }), ...platformError(errors, reason) };
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

function missingSettled({ reply }: Judged, data: object): string[] {
  return Object.entries(reply).flatMap(([name, { use }]) =>
    use === 'settled' && !Object.hasOwn(data, name) ? [name] : [],
  );
}

/** In words, for a log: a code that is not documented may be anything, so only one that looks like a code is shown. */
function says({ code, listed }: PlatformError): string {
  if (listed) return `the platform answered ${code}`;
  return CODE.test(code)
    ? `the platform answered ${code}, which is not documented`
    : 'the platform answered a code that is not documented';
}

const CODE = /^(?!.*\d{7})[\w-]{1,64}$/;

/**
 * The fields in which a reply speaks of something other than the request: what it repeats of the request must be the
 * same. Empty where it speaks of the same.
 */
export function mismatchedEchoes(
  { echoes }: Pick<Operation, 'echoes'>,
  sent: WireFields,
  received: Readonly<Record<string, unknown>>,
): string[] {
  return echoes.filter((name) => {
    const value = received[name];
    return sent[name] !== undefined && isGiven(value) && value !== sent[name];
  });
}

/** Whether a reply speaks of the order that was asked about. */
export function echoesRequest(
  operation: Pick<Operation, 'echoes'>,
  sent: WireFields,
  received: Readonly<Record<string, unknown>>,
): boolean {
  return mismatchedEchoes(operation, sent, received).length === 0;
}

/**
 * Whether a reply repeats at least one of the numbers that the order was asked for by, where its table has them: a reply
 * that names none may speak of any order.
 */
export function namesOrder(
  { request, reply }: Pick<Operation, 'request' | 'reply'>,
  sent: WireFields,
  received: Readonly<Record<string, unknown>>,
): boolean {
  const asked = (request.atLeastOne ?? []).filter(
    (name) => sent[name] !== undefined && Object.hasOwn(reply, name),
  );
  return asked.length === 0 || asked.some((name) => isGiven(received[name]));
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
