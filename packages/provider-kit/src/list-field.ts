import type { Field, Fields, WireValue } from './field.ts';
import { isRecord } from './internal/is-record.ts';
import { type DataOf, decodeReplyFields } from './reply-fields.ts';
import type { Title } from './title.ts';

/** One row of a list: any of its fields may be missing or unreadable. Fields that no table lists are kept. */
export type RowOf<Table extends Fields> = Partial<DataOf<Table>>;

/**
 * The rows of a reply, each with a table of its own. A single row may stand there without a list around it. Where
 * anything else stands among them nothing is read, because a list that lacks a row looks complete.
 */
export function list<const Table extends Fields>(
  title: Title,
  fields: Table,
): Field<never, readonly RowOf<Table>[], 'required'> {
  return {
    decode: (value) => {
      const rows = rowsOf(value);
      return rows.every(isRow) ? rows.map((row) => decodeReplyFields(fields, row).data) : undefined;
    },
    use: 'required',
    presence: 'required',
    type: 'list',
    title,
    sensitive: Object.values(fields).some(({ sensitive }) => sensitive),
    aliases: [],
    fields,
  };
}

function isRow(value: unknown): value is Readonly<Record<string, WireValue>> {
  return isRecord(value);
}

/** `{}` is how PHP writes an empty list that it takes for an object. */
function rowsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) && Object.keys(value).length === 0 ? [] : [value];
}
