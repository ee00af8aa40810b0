import { readText } from './decoders.ts';
import type { Field, Fields } from './field.ts';
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
  options: ObjectOptions,
): Field<InputOf<{ readonly fields: Table }>, string, 'required'> {
  return {
    ...options,
    decode: readText,
    use: 'required',
    presence: 'required',
    type: 'object',
    title,
    sensitive: Object.values(fields).some(({ sensitive }) => sensitive),
    aliases: [],
    fields,
  };
}
