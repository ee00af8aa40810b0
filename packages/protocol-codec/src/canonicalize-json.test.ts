import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalizeJson } from './canonicalize-json.ts';
import { refusal } from './internal/refusal.fixture.ts';
import type { JsonObject } from './json-value.ts';
import { encodeUtf8 } from './utf8.ts';

describe('canonicalizeJson of a text', () => {
  it.each([
    ['{}', '{}'],
    [' { } ', '{}'],
    ['{"b":1,"a":2}', '{"a":2,"b":1}'],
    ['{"b":1,\t"a" :\r\n2 }', '{"a":2,"b":1}'],
    ['{"a":[ ],"b":{ }}', '{"a":[],"b":{}}'],
    ['{"a":[ 1 , "x" , [ ] , { } , null , true , false ]}', '{"a":[1,"x",[],{},null,true,false]}'],
  ])('has no white space: %j', (text, canonical) => {
    expect(canonicalizeJson(text)).toBe(canonical);
  });

  it('sorts the top level only', () => {
    expect(canonicalizeJson('{"z":{"b":1,"a":{"d":1,"c":2}},"BIZ_CONTENT":[{"y":1,"x":2}]}')).toBe(
      '{"BIZ_CONTENT":[{"y":1,"x":2}],"z":{"b":1,"a":{"d":1,"c":2}}}',
    );
  });

  it('keeps the order of integer-like names inside, and sorts them as strings outside', () => {
    expect(canonicalizeJson('{"9":0,"10":{"9":0,"10":0,"b":0,"1":0},"a":0,"1":0,"":0}')).toBe(
      '{"":0,"1":0,"10":{"9":0,"10":0,"b":0,"1":0},"9":0,"a":0}',
    );
  });

  it('sorts by code point, not by UTF-16 unit', () => {
    expect(canonicalizeJson('{"\u{1f600}":1,"\uff01":2,"a":3,"Z":4,"_":5,"aa":6}')).toBe(
      '{"Z":4,"_":5,"a":3,"aa":6,"\uff01":2,"\u{1f600}":1}',
    );
  });

  it('sorts by what a name means, not by how it is spelled', () => {
    expect(canonicalizeJson('{"b":1,"\\u0063":2,"\\u0061":3}')).toBe('{"a":3,"b":1,"c":2}');
    // A quote would sort between `a` and `a!` if the quoted forms were compared.
    expect(canonicalizeJson('{"a!":1,"a":2,"a ":3}')).toBe('{"a":2,"a ":3,"a!":1}');
  });

  it('takes __proto__ and its like for names', () => {
    const text = '{"toString":1,"constructor":2,"__proto__":{"__proto__":3}}';
    expect(canonicalizeJson(text)).toBe('{"__proto__":{"__proto__":3},"constructor":2,"toString":1}');
  });

  it.each([
    '8',
    '-0',
    '0',
    '1.0',
    '1.10',
    '1e5',
    '1E+05',
    '-1.50e-07',
    '20171225100000041240',
    '100000000000000000000000000000000000001',
    '1e400',
  ])('keeps the number %s as written', (number) => {
    expect(canonicalizeJson(`{"B":${number},"A":[${number}]}`)).toBe(`{"A":[${number}],"B":${number}}`);
  });

  it('tells a number from the string that looks like it', () => {
    expect(canonicalizeJson('{"PUSH_COUNT":8}')).toBe('{"PUSH_COUNT":8}');
    expect(canonicalizeJson('{"PUSH_COUNT":"8"}')).toBe('{"PUSH_COUNT":"8"}');
  });

  it.each([
    ['/', '\\/'],
    ['\\/', '\\/'],
    ['\\u002f', '\\/'],
    ['http://a/b', 'http:\\/\\/a\\/b'],
    ['\\"', '\\"'],
    ['\\u0022', '\\"'],
    ['\\\\', '\\\\'],
    ['\\u005C', '\\\\'],
    ['\\b\\f\\n\\r\\t', '\\b\\f\\n\\r\\t'],
    ['\\u0008\\u000C\\u000a\\u000D\\u0009', '\\b\\f\\n\\r\\t'],
    ['\\u0000\\u0001\\u000B\\u001F', '\\u0000\\u0001\\u000b\\u001f'],
    ['\u007f\\u007F', '\u007f\u007f'],
    ['\u0080\\u0080\u009f\u00a0', '\u0080\u0080\u009f\u00a0'],
    ['\u2027\u2028\u2029\u202a', '\u2027\\u2028\\u2029\u202a'],
    ['\\u2028\\u2029', '\\u2028\\u2029'],
    ['\\u62db\\u5546\u94f6\u884c', '招商银行'],
    ['\\uD83D\\uDE00\u{1f600}\u{10ffff}', '\u{1f600}\u{1f600}\u{10ffff}'],
    ['\\u0041', 'A'],
    ["<>&'", "<>&'"],
    ['\ue000\ufffd\ufffe\uffff\ufeff', '\ue000\ufffd\ufffe\uffff\ufeff'],
    ['\\ud7ff\\ue000', '\ud7ff\ue000'],
  ])('writes the string %j as PHP does', (spelled, canonical) => {
    expect(canonicalizeJson(`{"a":"${spelled}"}`)).toBe(`{"a":"${canonical}"}`);
    expect(canonicalizeJson(`{"a":[{"b":["${spelled}"]}]}`)).toBe(`{"a":[{"b":["${canonical}"]}]}`);
    expect(canonicalizeJson(`{"${spelled}":{"${spelled}":1}}`)).toBe(`{"${canonical}":{"${canonical}":1}}`);
  });

  it('re-spells every short and long neighbour of a plain part', () => {
    expect(canonicalizeJson('{"u":"https:\\/\\/a.cn/\\u4f8b?x=1&y=/"}')).toBe(
      '{"u":"https:\\/\\/a.cn\\/例?x=1&y=\\/"}',
    );
  });

  it.each(['[]', '"a"', '1', 'null', '', ' ', '[{"a":1}]', 'a'])('refuses a top level of %j', (text) => {
    expect(refusal(() => canonicalizeJson(text))).toMatchObject({ code: 'json_not_object' });
  });

  it('reads a mebibyte of escapes', () => {
    const count = 170_000;
    expect(canonicalizeJson(`{"a":"${'\\u0041'.repeat(count)}"}`)).toBe(`{"a":"${'A'.repeat(count)}"}`);
    expect(canonicalizeJson(`{"a":"${'/'.repeat(1_000_000)}"}`)).toBe(`{"a":"${'\\/'.repeat(1_000_000)}"}`);
  });

  it('sorts a thousand names', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `"k${(index * 7919) % 1000}":0`);
    const sorted = Array.from({ length: 1000 }, (_, index) => `"k${index}":0`).toSorted();
    // No name is a prefix of another up to its closing quote, so the quoted forms sort alike.
    expect(canonicalizeJson(`{${names.join(',')}}`)).toBe(`{${sorted.join(',')}}`);
  });
});

/** One text for the same value, in a spelling `choices` decides on. */
function spell(value: unknown, choices: Iterator<number, undefined>): string {
  const choose = (count: number): number => (choices.next().value ?? 0) % count;
  const space = (): string => ['', '', '', ' ', '\n', '\t \r'][choose(6)] ?? '';
  const string = (text: string): string => {
    let spelled = '"';
    for (const character of text) {
      const choice = choose(4);
      const units = Array.from({ length: character.length }, (_, at) => {
        const hex = character.charCodeAt(at).toString(16).padStart(4, '0');
        return `\\u${choice === 1 ? hex : hex.toUpperCase()}`;
      });
      if (choice > 1 || character === '\\' || character === '"' || character < ' ') spelled += units.join('');
      else if (character === '/' && choice === 1) spelled += '\\/';
      else spelled += character;
    }
    return `${spelled}"`;
  };
  if (typeof value === 'string') return string(value);
  if (Array.isArray(value)) {
    return `[${value.map((item) => space() + spell(item, choices) + space()).join(',')}${space()}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([name, member]) => `${space()}${string(name)}${space()}:${space()}${spell(member, choices)}${space()}`,
    );
    return `{${members.join(',')}${members.length === 0 ? space() : ''}}`;
  }
  return String(value);
}

/** The same rules written the slow way. */
function expected(object: Record<string, unknown>): string {
  const print = (value: unknown): string =>
    JSON.stringify(value)
      .replaceAll('/', '\\/')
      .replaceAll('\u2028', '\\u2028')
      .replaceAll('\u2029', '\\u2029');
  const bytes = (name: string): string =>
    Array.from(encodeUtf8(name), (byte) => String.fromCharCode(byte)).join('');
  const names = Object.keys(object).toSorted((a, b) => (bytes(a) < bytes(b) ? -1 : 1));
  return `{${names.map((name) => `${print(name)}:${print(object[name])}`).join(',')}}`;
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom(
      '/',
      '\\',
      '"',
      '\n',
      '\0',
      '\u001f',
      '\u007f',
      '\u2028',
      '\u2029',
      'a',
      '例',
      '\u{1f600}',
    ),
  }),
);
const scalar = fc.oneof(text, fc.maxSafeInteger(), fc.boolean(), fc.constant(null));
const { value: nested } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(text, tie('value'), { maxKeys: 3 }),
  ),
}));
const body = fc.dictionary(text, nested, { maxKeys: 40 }) as fc.Arbitrary<
  Parameters<typeof canonicalizeJson>[0] & object
>;

describe('canonicalizeJson of anything', () => {
  it('follows the rules', () => {
    fc.assert(
      fc.property(body, (object) => {
        expect(canonicalizeJson(object)).toBe(expected(object));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for an object and for its text', () => {
    fc.assert(
      fc.property(body, (object) => {
        expect(canonicalizeJson(JSON.stringify(object))).toBe(canonicalizeJson(object));
      }),
      { numRuns: 300 },
    );
  });

  it('means to JSON.parse what the body means', () => {
    // Names without escapes only: https://github.com/nodejs/node/issues/63785
    const name = fc.string({ unit: fc.constantFrom('a', 'Z', '_', '1', '例', '\u{1f600}') });
    fc.assert(
      fc.property(fc.dictionary(name, fc.oneof(scalar, fc.dictionary(name, scalar))), (object) => {
        expect(JSON.parse(canonicalizeJson(object as typeof object & JsonObject))).toEqual(object);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on how the text is spelled', () => {
    fc.assert(
      fc.property(body, fc.infiniteStream(fc.nat(11)), (object, choices) => {
        expect(canonicalizeJson(spell(object, choices))).toBe(expected(object));
      }),
      { numRuns: 500 },
    );
  });

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(body, (object) => {
        const canonical = canonicalizeJson(object);
        expect(canonicalizeJson(canonical)).toBe(canonical);
      }),
      { numRuns: 300 },
    );
  });
});
