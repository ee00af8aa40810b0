import { CodecError } from '../codec-error.ts';
import type { FlatFields } from '../flat-fields.ts';
import { formatPath, isPlainObject, namesOf } from './plain-object.ts';

/** The names of the fields, in their order. */
export function readFieldNames(fields: FlatFields): string[] {
  const names = fields instanceof Map ? [...fields.keys()] : recordNames(fields);
  for (const name of names) {
    if (typeof name !== 'string') throw new CodecError('invalid_argument');
    if (name === '') throw new CodecError('empty_field_name');
  }
  return names;
}

/** The value of a field as it is sent and signed. */
export function readField(fields: FlatFields, name: string): string {
  const value: unknown =
    fields instanceof Map ? fields.get(name) : (fields as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : digitsOf(value, name);
}

function digitsOf(value: unknown, name: string): string {
  if (typeof value !== 'number') throw new CodecError('unsupported_value', formatPath([name]));
  if (!Number.isSafeInteger(value)) throw new CodecError('unsafe_number', formatPath([name]));
  return String(value);
}

function recordNames(fields: FlatFields): string[] {
  if (!isPlainObject(fields)) throw new CodecError('invalid_argument');
  return namesOf(fields);
}
