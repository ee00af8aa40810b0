import * as v from 'valibot';
import type { Issue, IssueCode } from '../errors.ts';
import type { Field, Fields } from '../field.ts';
import type { EncodeContext } from '../request-fields.ts';

/** Own values by name. Has no prototype, so that `__proto__` and `constructor` are names like any other. */
export type Given = Readonly<Record<string, unknown>>;

/** A copy of what the caller gave. `{ attach: undefined }` means the same as leaving it out. */
export function givenValues(input: object): Given {
  const given: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(input)) if (value !== undefined) given[name] = value;
  return given;
}

export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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

function encodeValue(name: string, field: Field, value: unknown, issues: Issue[]): string | undefined {
  const result = v.safeParse(field.encode, value, OWN_WORDS);
  if (result.success) return result.output;
  for (const issue of inOne(result.issues.map((one) => toIssue(name, one)))) issues.push(issue);
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
function toIssue(name: string, { kind, type, expected, message, path }: v.BaseIssue<unknown>): Issue {
  const fullPath = [name, ...(path ?? []).map(({ key }) => String(key))].join('.');
  // A nested table (`object`) has found out itself what kind of mistake it is.
  if (type === 'raw_transform') return { path: fullPath, code: expected as IssueCode, message };
  return { path: fullPath, code: kind === 'schema' ? 'wrong_type' : 'invalid_value', message };
}

const FIELD_NAME = /^[A-Za-z_][\w-]{0,63}$/;

/** A name that does not look like a field name may be content, so it is not shown. */
function shownName(name: string): string {
  return FIELD_NAME.test(name) ? name : '[?]';
}
