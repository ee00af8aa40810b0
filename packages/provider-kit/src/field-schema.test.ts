import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Field } from './field.ts';
import { text } from './field-kinds.ts';
import { schemaOf } from './field-schema.ts';
import { optional } from './field-use.ts';
import { issuesOf, rejection } from './internal/fixtures/rejection.ts';
import { list } from './list-field.ts';
import { object } from './object-field.ts';
import { encodeRequestFields } from './request-fields.ts';

const title = { en: 'x', zh: '某' };
const context = { now: () => new Date(0), nonce: () => 'n', provided: {} };
const encode = (field: Field, value: unknown) =>
  encodeRequestFields('sample', { fields: { field } }, { field: value }, context);

describe('schemaOf', () => {
  it('is made once for a field', () => {
    const field = text(title);
    expect(schemaOf(field)).toBe(schemaOf(field));
  });

  it('is that of the field as it is, not of the one that it was made from', () => {
    const field = text(title, { maxLength: 4 });
    expect(v.is(schemaOf(field), 'short')).toBe(false);
    expect(v.is(schemaOf({ ...field, maxLength: 5 }), 'short')).toBe(true);
    expect(v.is(schemaOf(optional(field)), 'short')).toBe(false);
  });

  it('is what the field brings along, where it does', () => {
    const own = v.pipe(v.string(), v.toUpperCase());
    expect(schemaOf({ ...text(title), encode: own })).toBe(own);
    const table = object(title, { a: text(title) }, { write: JSON.stringify });
    expect({ ...encode({ ...table, encode: own }, 'a') }).toEqual({ field: 'A' });
  });

  it('refuses everything where the field is only received', async () => {
    const { write: _, ...received } = object(title, { a: text(title) }, { write: JSON.stringify });
    for (const field of [list(title, { a: text(title) }), received]) {
      for (const value of [[{ a: '1' }], { a: '1' }, '{"a":"1"}']) {
        const error = await rejection(() => encode(field, value));
        expect(issuesOf(error)).toEqual(['field wrong_type']);
        expect(error.message).toContain('is never sent');
      }
    }
  });
});
