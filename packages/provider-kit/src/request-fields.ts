import { CodecError } from '@yinjian/protocol-codec';
import * as v from 'valibot';
import type { CheckedDateWindow } from './date-window.ts';
import { ConfigurationError, type Issue, RequestError, YinjianError } from './errors.ts';
import type { Field, Fields, FillContext } from './field.ts';
import { encodeFields, encodeValue, type Given, givenValues } from './internal/encode-fields.ts';
import { isRecord } from './internal/is-record.ts';

/** The request table of an operation, with the rules that tie its fields together. */
export interface RequestFields {
  readonly fields: Fields;
  /** Further fields, depending on the value of one of `fields`. */
  readonly cases?: {
    readonly on: string;
    readonly of: Readonly<Record<string, Fields>>;
    /** By case: at least one of these optional fields of the case must be given. */
    readonly atLeastOne?: Readonly<Record<string, readonly string[]>>;
  };
  /** At least one of these optional fields must be given. */
  readonly atLeastOne?: readonly string[];
  readonly dateWindow?: CheckedDateWindow;
}

/** What goes on the wire: every value is text. */
export type WireFields = Readonly<Record<string, string>>;

type KeysOf<F, Use> = { [K in keyof F]: F[K] extends { readonly use: Use } ? K : never }[keyof F];
type ValueOf<F> = F extends Field<infer Input> ? Input : never;
type FieldsInput<F> = { [K in KeysOf<F, 'required'>]: ValueOf<F[K]> } & {
  [K in KeysOf<F, 'optional' | 'filled'>]?: ValueOf<F[K]>;
};
type CasesInput<R> = R extends {
  readonly cases: { readonly on: infer On extends string; readonly of: infer Of };
}
  ? {
      [Value in keyof Of]: { [K in On]: Value } & FieldsInput<Of[Value]> &
        Either<Of[Value], CaseNames<R, Value>>;
    }[keyof Of]
  : unknown;
type CaseNames<R, Value> = R extends {
  readonly cases: { readonly atLeastOne: { readonly [V in Value & string]: readonly (infer Names)[] } };
}
  ? Names
  : never;
type EitherInput<R> = R extends {
  readonly fields: infer Base;
  readonly atLeastOne: readonly (infer Names)[];
}
  ? Either<Base, Names>
  : unknown;
type Either<Table, Names> = [Names] extends [never]
  ? unknown
  : {
      [K in Names & string]: { [Name in K]: K extends keyof Table ? ValueOf<Table[K]> : never };
    }[Names & string];
type Flatten<T> = T extends unknown ? { [K in keyof T]: T[K] } : never;

/** What a caller passes: wire names, amounts in fen as numbers, times as `Date` or wire text. */
export type InputOf<R> = R extends { readonly fields: infer Base }
  ? Flatten<FieldsInput<Base> & CasesInput<R> & EitherInput<R>>
  : never;

/** Where the values come from that no caller gives. */
export interface EncodeContext extends FillContext {
  /** The values of the `provided` fields. */
  readonly provided: WireFields;
}

/**
 * Checks an input against the table of its operation and turns it into wire fields, in the order of the table. Reads
 * the input once and keeps nothing of it.
 *
 * @throws RequestError with every mistake at once.
 */
export function encodeRequestFields(
  operation: string,
  request: RequestFields,
  input: unknown,
  context: EncodeContext,
): WireFields {
  if (!isRecord(input)) {
    throw new RequestError(operation, [
      { path: '', code: 'wrong_type', message: 'the input must be an object' },
    ]);
  }
  const given = givenValues(input);
  const issues: Issue[] = [];
  const wire = encodeFields(tableFor(request, given), given, issues, context);
  for (const names of atLeastOneOf(request, given)) {
    if (names.some((name) => given[name] !== undefined)) continue;
    const message = `is required: give ${names.join(' or ')}`;
    issues.push({ path: names[0] ?? '', code: 'missing', message });
  }
  issues.push(...(request.dateWindow?.issues(wire, context.now) ?? []));
  if (issues.length > 0)
    throw new RequestError(
      operation,
      issues.map((issue) => inCases(request, issue)),
    );
  return wire;
}

/** A field that only other cases have is not unknown: it contradicts the value that decides which case it is. */
function inCases({ cases }: RequestFields, issue: Issue): Issue {
  if (cases === undefined || issue.code !== 'unknown_field') return issue;
  const path = issue.path.split('.');
  const values = Object.entries(cases.of).flatMap(([value, table]) => (hasField(table, path) ? [value] : []));
  if (values.length === 0) return issue;
  return { ...issue, code: 'conflict', message: `is only for ${cases.on} ${values.join(' or ')}` };
}

function hasField(table: Fields, [name = '', ...inside]: readonly string[]): boolean {
  const field = Object.hasOwn(table, name) ? table[name] : undefined;
  return field !== undefined && (inside.length === 0 || hasField(field.fields ?? {}, inside));
}

/** The groups of fields of which this input must have one. */
function atLeastOneOf(
  { atLeastOne = [], cases }: RequestFields,
  given: Given,
): readonly (readonly string[])[] {
  const value = given[cases?.on ?? ''];
  const rules = cases?.atLeastOne ?? {};
  const ofCase = typeof value === 'string' && Object.hasOwn(rules, value) ? rules[value] : undefined;
  return [atLeastOne, ofCase ?? []].filter((names) => names.length > 0);
}

/** The fields that apply to this input. Where the deciding value is none of the documented ones, it is the issue. */
function tableFor({ fields, cases }: RequestFields, given: Given): Fields {
  if (cases === undefined) return fields;
  const value = given[cases.on];
  if (typeof value === 'string' && Object.hasOwn(cases.of, value)) return { ...fields, ...cases.of[value] };
  const decider = fields[cases.on];
  if (decider !== undefined && encodeValue(cases.on, decider, value, []) !== undefined) return fields;

  const tables = Object.values(cases.of);
  const undecided: Record<string, Field> = {};
  for (const [name, field] of tables.flatMap((table) => Object.entries(table))) {
    const inEvery = tables.every((table) => table[name]?.use === 'required');
    undecided[name] = { ...field, encode: anything, use: inEvery ? 'required' : 'optional' };
  }
  return { ...fields, ...undecided };
}

/** For a value that cannot be judged before the one that decides about it has been mended. */
const anything = v.pipe(
  v.unknown(),
  v.transform(() => ''),
);

/**
 * What a call rejects with when its request cannot be built. What the codec refuses (a character XML cannot carry, say)
 * is a mistake of the input; what else fails came with the configuration: a clock, a nonce, a key that the host refuses.
 */
export function notSent(operation: string, error: unknown): YinjianError {
  if (error instanceof YinjianError) return error;
  if (error instanceof CodecError) {
    const message = `cannot be sent: ${error.code}`;
    return new RequestError(operation, [{ path: error.path, code: 'invalid_value', message }]);
  }
  const message = `${operation} could not be built: the clock, the nonce or a key of the configuration failed`;
  return new ConfigurationError([{ path: '', code: 'invalid_value', message }]);
}
