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
  try {
    return textOf(
      fields instanceof Map ? fields.get(name) : (fields as Readonly<Record<string, unknown>>)[name],
    );
  } catch (error) {
    throw error instanceof CodecError ? new CodecError(error.code, formatPath([name])) : error;
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') throw new CodecError('unsupported_value');
  if (!Number.isSafeInteger(value)) throw new CodecError('unsafe_number');
  return String(value);
}

function recordNames(fields: FlatFields): string[] {
  if (!isPlainObject(fields)) throw new CodecError('invalid_argument');
  return namesOf(fields);
}
