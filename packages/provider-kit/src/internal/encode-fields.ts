import * as v from 'valibot';
import type { Issue } from '../errors.ts';
import type { Field, Fields } from '../field.ts';
import { schemaOf } from '../field-schema.ts';
import type { EncodeContext } from '../request-fields.ts';
import { characterLength } from './character-length.ts';
import { isRecord } from './is-record.ts';

/** Own values by name. Has no prototype, so that `__proto__` and `constructor` are names like any other. */
export type Given = Readonly<Record<string, unknown>>;

/** A copy of what the caller gave. `{ attach: undefined }` means the same as leaving it out. */
export function givenValues(input: object): Given {
  const given: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(input)) if (value !== undefined) given[name] = value;
  return given;
}

/** Checks values against a table. What is wrong goes to `issues`; the wire fields come in the order of the table. */
export function encodeFields(
  table: Fields,
  given: Given,
  issues: Issue[],
  context?: EncodeContext,
): Record<string, string> {
  for (const name of Object.keys(given)) {
    const field = Object.hasOwn(table, name) ? table[name] : undefined;
    if (field === undefined) {
      issues.push({ path: shownName(name), code: 'unknown_field', message: 'is not a field here' });
    } else if (field.use === 'provided') {
      issues.push({ path: name, code: 'unknown_field', message: 'is set by the client' });
    }
  }
  const wire: Record<string, string> = Object.create(null);
  for (const [name, field] of Object.entries(table)) {
    const value = given[name];
    let text: string | undefined;
    if (field.use === 'provided') {
      text = context?.provided[name];
    } else if (value !== undefined) {
      text = encodeValue(name, field, value, issues);
    } else if (field.fill !== undefined && context !== undefined) {
      text = encodeValue(name, field, field.fill(context), issues);
    } else if (field.use === 'required') {
      issues.push({ path: name, code: 'missing', message: 'is required' });
    }
    if (text !== undefined) wire[name] = text;
  }
  return wire;
}

/** The text of one value. `undefined` where something is wrong with it, which goes to `issues`. */
export function encodeValue(name: string, field: Field, value: unknown, issues: Issue[]): string | undefined {
  if (isTable(field)) return encodeTable(name, field, value, issues);
  const result = v.safeParse(schemaOf(field), value, OWN_WORDS);
  if (result.success) return result.output;
  for (const issue of inOne(result.issues.map((one) => toIssue(name, one)))) issues.push(issue);
  return undefined;
}

type TableField = Field & Required<Pick<Field, 'write'>>;

function isTable(field: Field): field is TableField {
  return field.encode === undefined && field.write !== undefined;
}

/** A table within a table: what is wrong inside is told by its path. */
function encodeTable(
  name: string,
  { fields = {}, maxLength, write }: TableField,
  value: unknown,
  issues: Issue[],
): string | undefined {
  if (!isRecord(value)) {
    issues.push({ path: name, code: 'wrong_type', message: 'must be an object' });
    return undefined;
  }
  const inside: Issue[] = [];
  const values = encodeFields(fields, givenValues(value), inside);
  for (const issue of inside) issues.push({ ...issue, path: `${name}.${issue.path}` });
  if (inside.length > 0) return undefined;
  const text = write(values);
  if (maxLength === undefined || characterLength(text) <= maxLength) return text;
  const message = `is longer than ${maxLength} characters when encoded`;
  issues.push({ path: name, code: 'invalid_value', message });
  return undefined;
}

/** A value that breaks several rules is one thing to mend. */
function inOne(found: readonly Issue[]): Issue[] {
  const issues = new Map<unknown, Issue>();
  for (const issue of found) {
    const key = issue.code === 'invalid_value' ? issue.path : issue;
    const before = issues.get(key);
    const message = before === undefined ? issue.message : `${before.message}, and ${issue.message}`;
    issues.set(key, { ...issue, message });
  }
  return [...issues.values()];
}

/**
 * valibot's own messages quote the value that came, which may be a card number, and an application can replace them
 * and switch off later checks for all of valibot: hence a language of our own and every setting given.
 */
const OWN_WORDS: v.Config<v.BaseIssue<unknown>> = {
  lang: 'yinjian',
  message: ({ expected }) =>
    expected === null ? 'breaks a rule of this field' : `must be of type ${expected.toLowerCase()}`,
  abortEarly: false,
  abortPipeEarly: false,
};

/** Says what is wrong without saying what came. */
function toIssue(name: string, { kind, message, path }: v.BaseIssue<unknown>): Issue {
  const fullPath = [name, ...(path ?? []).map(({ key }) => String(key))].join('.');
  return { path: fullPath, code: kind === 'schema' ? 'wrong_type' : 'invalid_value', message };
}

const FIELD_NAME = /^[A-Za-z_][\w-]{0,63}$/;

/** A name that does not look like a field name may be content, so it is not shown. */
function shownName(name: string): string {
  return FIELD_NAME.test(name) ? name : '[?]';
}
