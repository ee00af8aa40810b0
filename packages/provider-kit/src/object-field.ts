import * as v from 'valibot';
import type { Issue } from './errors.ts';
import type { Field, Fields } from './field.ts';
import { characterLength } from './internal/character-length.ts';
import { encodeFields, givenValues, isRecord } from './internal/encode-fields.ts';
import type { InputOf, WireFields } from './request-fields.ts';
import type { Title } from './title.ts';

/** How a table within a table goes on the wire. */
export interface ObjectOptions {
  /** Of the text that is sent, in characters. */
  readonly maxLength?: number;
  /** Turns the values, checked and in the order of the table, into the text that is sent. */
  readonly write: (values: WireFields) => string;
}

/** A table within a table: an object for the caller, text on the wire. A reply keeps the text. */
export function object<const Table extends Fields>(
  title: Title,
  fields: Table,
  { maxLength, write }: ObjectOptions,
): Field<InputOf<{ readonly fields: Table }>, string, 'required'> {
  const encode = v.pipe(
    v.custom<object>(isRecord, 'must be an object'),
    v.rawTransform<object, string>(({ dataset, addIssue, NEVER }) => {
      const issues: Issue[] = [];
      const values = encodeFields(fields, givenValues(dataset.value), issues);
      for (const { path, code, message } of issues) {
        addIssue({ message, expected: code, path: [step(dataset.value, path)] });
      }
      return issues.length === 0 ? write(values) : NEVER;
    }),
    v.check(
      (value) => maxLength === undefined || characterLength(value) <= maxLength,
      `is longer than ${maxLength} characters when encoded`,
    ),
  );
  return {
    encode: encode as unknown as v.GenericSchema<InputOf<{ readonly fields: Table }>, string>,
    decode: v.string(),
    use: 'required',
    presence: 'required',
    type: 'object',
    ...(maxLength === undefined ? {} : { maxLength }),
    title,
    sensitive: Object.values(fields).some(({ sensitive }) => sensitive),
    aliases: [],
    fields,
  };
}

/** valibot wants the value in the path as well; nobody reads it. */
function step(input: object, key: string): v.UnknownPathItem {
  return { type: 'unknown', origin: 'value', input, key, value: undefined };
}
