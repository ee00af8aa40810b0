import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ParsedJson, parseJson } from './parse-json.ts';

describe('parseJson', () => {
  it('reads every escape of a single unit', () => {
    const wrong: string[] = [];
    for (let unit = 0; unit <= 0xffff; unit++) {
      if (unit >= 0xd800 && unit <= 0xdfff) continue;
      const hex = unit.toString(16).padStart(4, '0');
      const character = String.fromCharCode(unit);
      if (parseJson(`"\\u${hex}"`) !== character) wrong.push(hex);
      if (parseJson(`"a\\u${hex.toUpperCase()}b"`) !== `a${character}b`) wrong.push(hex);
    }
    expect(wrong).toEqual([]);
    expect(parseJson('"\\"\\\\\\/\\b\\f\\n\\r\\t"')).toBe('"\\/\b\f\n\r\t');
  });

  it('reads an escaped name right after another one', () => {
    parseJson('{"a":1,"\\\\":1}');
    expect(parseJson('{"a":1,"\\n":1}')).toEqual({ a: '1', '\n': '1' });
  });

  it('keeps numbers as they were written', () => {
    expect(parseJson('[20171225100000041240,1.10,1.0,-0,1e5,1E+05]')).toEqual([
      '20171225100000041240',
      '1.10',
      '1.0',
      '-0',
      '1e5',
      '1E+05',
    ]);
  });

  it('reads every other kind of value', () => {
    expect(parseJson(' "\\u4f8b\\/\\n\\ud83d\\ude00" ')).toBe('例/\n\u{1f600}');
    expect(parseJson('[true,false,null,"true","null",[],[[]]]')).toEqual([
      true,
      false,
      null,
      'true',
      'null',
      [],
      [[]],
    ]);
    expect(parseJson('{"a":{"b":["c"]},"":1}')).toEqual({ a: { b: ['c'] }, '': '1' });
    expect(parseJson('0')).toBe('0');
  });

  it('gives objects without a prototype, in which __proto__ is a name', () => {
    const parsed = parseJson('{"__proto__":{"polluted":1},"constructor":"x","a":{}}') as Record<
      string,
      ParsedJson
    >;
    expect(Object.getPrototypeOf(parsed)).toBeNull();
    expect(Object.getPrototypeOf(parsed['a'])).toBeNull();
    expect(Object.keys(parsed)).toEqual(['__proto__', 'constructor', 'a']);
    expect(Object.getOwnPropertyDescriptor(parsed, '__proto__')?.value).toEqual({ polluted: '1' });
    expect('polluted' in parsed).toBe(false);
    expect('polluted' in {}).toBe(false);
  });

  it('reads what JSON.stringify writes', () => {
    const strip = (value: unknown): unknown => {
      if (typeof value === 'number') return JSON.stringify(value);
      if (Array.isArray(value)) return value.map(strip);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, strip(member)]));
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseJson(JSON.stringify(value))).toEqual(strip(value));
      }),
      { numRuns: 300 },
    );
  });
});
