import { describe, expect, it } from 'vitest';
import { canonicalizeJsonObject } from '../canonicalize-json-object.ts';
import { DEFAULT_CODEC_LIMITS } from '../codec-limits.ts';
import type { JsonObject } from '../json-value.ts';
import { JsonWriter } from './json-writer.ts';
import { writeFlatJson } from './write-flat-json.ts';

const flat = (object: object, limits = {}) =>
  writeFlatJson(object as JsonObject, { ...DEFAULT_CODEC_LIMITS, ...limits });
const written = (object: object) => new JsonWriter(DEFAULT_CODEC_LIMITS).write(object);

describe('writeFlatJson', () => {
  it.each([
    { a: '' },
    { b: '1', a: '2' },
    { 10: 'x', 9: 'y', b: '/', a: '"\\\n\u2028例\u{1f600}' },
    { '/': '1', '"': '2', '\u{1f600}': '3', '\uff01': '4' },
    Object.assign(Object.create(null), { z: '1', __proto__: '2', constructor: '3' }),
  ])('writes what JsonWriter writes: %j', (object) => {
    // The second time from memory.
    expect(flat(object)).toBe(written(object));
    expect(flat(object)).toBe(written(object));
  });

  it('tells objects apart that have the same names in another order, or nearly the same names', () => {
    for (const object of [
      { x: '1', y: '2' },
      { y: '2', x: '1' },
      { x: '1', y: '2', z: '3' },
      { x: '1' },
      { xy: '1' },
    ]) {
      expect(flat(object)).toBe(written(object));
    }
  });

  it.each([
    {},
    { a: 1 },
    { a: '1', b: null },
    { a: undefined },
    { a: '\ud800' },
    { '\ud800': 'a' },
    { [Symbol('a')]: '1' },
  ])('leaves %o to JsonWriter', (object) => {
    expect(flat(object)).toBeUndefined();
  });

  it('keeps to the limits', () => {
    const object = { b: '//', a: '2' };
    const { length } = written(object);
    expect(flat(object, { maxLength: length })).toHaveLength(length);
    expect(flat(object, { maxLength: length - 1 })).toBeUndefined();
    expect(flat(object, { maxFields: 1 })).toBeUndefined();
  });

  it('goes on writing when it remembers no more', () => {
    for (let index = 0; index < 200; index++) {
      const object = { [`b${index}`]: '1', [`a${index}`]: '2' };
      expect(canonicalizeJsonObject(object)).toBe(`{"a${index}":"2","b${index}":"1"}`);
    }
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`name${index}`, 'x']));
    expect(flat(many)).toBe(written(many));
    expect(flat(many)).toBe(written(many));
  });
});
