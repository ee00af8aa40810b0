import { CodecError } from '@yinjian/protocol-codec';
import * as v from 'valibot';
import { type Issue, RequestError } from './errors.ts';
import type { Field, Fields, FillContext } from './field.ts';

/** The request table of an operation, with the rules that tie its fields together. */
export interface RequestFields {
  readonly fields: Fields;
  /** Further fields, depending on the value of one of `fields`. */
  readonly cases?: { readonly on: string; readonly of: Readonly<Record<string, Fields>> };
  /** At least one of these optional fields must be given. */
  readonly atLeastOne?: readonly string[];
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
  ? { [Value in keyof Of]: { [K in On]: Value } & FieldsInput<Of[Value]> }[keyof Of]
  : unknown;
type EitherInput<R> = R extends {
  readonly fields: infer Base;
  readonly atLeastOne: readonly (infer Either extends string)[];
}
  ? { [K in Either]: { [Name in K]: K extends keyof Base ? ValueOf<Base[K]> : never } }[Either]
  : unknown;
type Flatten<T> = T extends unknown ? { [K in keyof T]: T[K] } : never;

/** What a caller passes: wire names, amounts in fen as numbers, times as `Date` or wire text. */
export type InputOf<R> = R extends { readonly fields: infer Base }
  ? Flatten<FieldsInput<Base> & CasesInput<R> & EitherInput<R>>
  : never;

/** Where the values come from that no caller gives. */
export interface EncodeContext extends FillContext {
  readonly provided: WireFields;
}

/**
 * Checks an input against the table of its operation and turns it into wire fields, in the order of the table.
 *
 * @throws RequestError with every mistake at once.
 */
export function encodeRequestFields(
  operation: string,
  request: RequestFields,
  input: unknown,
  context: EncodeContext,
): WireFields {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new RequestError(operation, [
      { path: '', code: 'wrong_type', message: 'the input must be an object' },
    ]);
  }
  const given = withoutUndefined(input);
  const table = tableFor(request, given);
  const issues: Issue[] = [];
  const wire: Record<string, string> = Object.create(null);

  for (const name of Object.keys(given)) {
    const field = Object.hasOwn(table, name) ? table[name] : undefined;
    if (field === undefined) {
      issues.push({ path: name, code: 'unknown_field', message: 'is not a field of this operation' });
    } else if (field.use === 'provided') {
      issues.push({ path: name, code: 'unknown_field', message: 'is set by the client' });
    }
  }
  for (const [name, field] of Object.entries(table)) {
    const value = field.use === 'provided' ? context.provided[name] : given[name];
    if (field.use === 'provided') {
      if (value !== undefined) wire[name] = value as string;
    } else if (value !== undefined) {
      const result = v.safeParse(field.encode, value);
      if (result.success) wire[name] = result.output;
      else issues.push(...result.issues.map((issue) => toIssue(name, issue)));
    } else if (field.fill !== undefined) {
      wire[name] = field.fill(context);
    } else if (field.use === 'required') {
      issues.push({ path: name, code: 'missing', message: 'is required' });
    }
  }
  if (request.atLeastOne?.every((name) => given[name] === undefined) === true) {
    const names = request.atLeastOne.join(' or ');
    issues.push({
      path: request.atLeastOne[0] ?? '',
      code: 'missing',
      message: `is required: give ${names}`,
    });
  }
  if (issues.length > 0) throw new RequestError(operation, issues);
  return wire;
}

/** The fields that apply to this input. Where the deciding value is none of the documented ones, it is the issue. */
function tableFor(request: RequestFields, given: Readonly<Record<string, unknown>>): Fields {
  const { fields, cases } = request;
  if (cases === undefined) return fields;
  const value = given[cases.on];
  if (typeof value === 'string' && Object.hasOwn(cases.of, value)) return { ...fields, ...cases.of[value] };
  const undecided: Record<string, Field> = {};
  for (const table of Object.values(cases.of)) {
    for (const [name, field] of Object.entries(table)) {
      undecided[name] = {
        ...field,
        use: 'optional',
        encode: v.pipe(
          v.any(),
          v.transform(() => ''),
        ),
      };
    }
  }
  return { ...fields, ...undecided };
}

/** `{ attach: maybe }` means the same as leaving it out. */
function withoutUndefined(input: object): Readonly<Record<string, unknown>> {
  const given: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(input)) if (value !== undefined) given[name] = value;
  return given;
}

/** valibot's own messages start like this and quote the value that came, which may be a card number. */
const QUOTES_INPUT = /^Invalid /;

/** Says what is wrong without saying what came. */
function toIssue(name: string, issue: v.BaseIssue<unknown>): Issue {
  const path = [name, ...(issue.path ?? []).map((item) => String(item.key))].join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { path, code: 'unknown_field', message: 'is not a field of this object' };
  }
  if (issue.kind === 'schema' && issue.input === undefined)
    return { path, code: 'missing', message: 'is required' };
  const message = QUOTES_INPUT.test(issue.message) ? expectation(issue.expected) : issue.message;
  return { path, code: issue.kind === 'schema' ? 'wrong_type' : 'invalid_value', message };
}

function expectation(expected: string | null): string {
  return expected === null ? 'breaks a rule of this field' : `must be of type ${expected.toLowerCase()}`;
}

/** What the codec refuses (a character XML cannot carry, say) is a mistake of the input as well. */
export function refusedByCodec(operation: string, error: unknown): unknown {
  if (!(error instanceof CodecError)) return error;
  return new RequestError(operation, [
    { path: error.path ?? '', code: 'invalid_value', message: `cannot be sent: ${error.code}` },
  ]);
}
