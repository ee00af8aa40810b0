import { describe, expect, it } from 'vitest';
import { fen, text, time } from './field-kinds.ts';
import { optional } from './field-use.ts';
import { issuesOf, rejection } from './internal/fixtures/rejection.ts';
import { object } from './object-field.ts';
import { encodeRequestFields } from './request-fields.ts';

const title = { en: 'x', zh: '某' };
const ride = object(
  title,
  { from: text(title, { maxLength: 4 }), at: time(title), fare: optional(fen(title)) },
  { maxLength: 58, write: (values) => JSON.stringify({ ride: values }) },
);

const context = { now: () => new Date(0), nonce: () => 'n', provided: {} };
const encode = (value: unknown) =>
  encodeRequestFields('sample', { fields: { ride } }, { ride: value }, context);
const refused = async (value: unknown) => issuesOf(await rejection(() => encode(value)));

describe('object', () => {
  it('sends what its table makes of the values, in the order of the table', () => {
    expect({ ...encode({ at: new Date('2017-08-26T02:43:39Z'), from: '西单' }) }).toEqual({
      ride: '{"ride":{"from":"西单","at":"20170826104339"}}',
    });
  });

  it('names every mistake inside, by its path', async () => {
    expect(await refused({ from: 'too long', fare: '1', speed: 3, wheels: 4 })).toEqual([
      'ride.speed unknown_field',
      'ride.wheels unknown_field',
      'ride.from invalid_value',
      'ride.at missing',
      'ride.fare wrong_type',
    ]);
  });

  it.each([null, 'text', 1, [], [['from', 'a']]])('refuses %j', async (value) => {
    expect(await refused(value)).toEqual(['ride wrong_type']);
  });

  it('takes names of the prototype for unknown fields', async () => {
    const value: unknown = JSON.parse('{"__proto__":{"from":"a"},"constructor":1,"at":"20170826104339"}');
    expect(await refused(value)).toEqual([
      'ride.__proto__ unknown_field',
      'ride.constructor unknown_field',
      'ride.from missing',
    ]);
    expect(await refused(Object.create({ from: 'a', at: '20170826104339' }))).toEqual([
      'ride.from missing',
      'ride.at missing',
    ]);
  });

  it('counts the characters of what is sent', async () => {
    const at = '20170826104339';
    expect(encode({ from: '𠮷'.repeat(4), at, fare: 12 })['ride']).toHaveLength(62);
    expect(await refused({ from: '𠮷'.repeat(4), at, fare: 123 })).toEqual(['ride invalid_value']);
  });

  it('is sensitive when anything inside is, and knows its table', () => {
    expect(ride).toMatchObject({ type: 'object', sensitive: false, maxLength: 58 });
    expect(Object.keys(ride.fields ?? {})).toEqual(['from', 'at', 'fare']);
    const holder = object(title, { card: text(title, { sensitive: true }) }, { write: JSON.stringify });
    expect(holder.sensitive).toBe(true);
    expect('maxLength' in holder).toBe(false);
  });
});
