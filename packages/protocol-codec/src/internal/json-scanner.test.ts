import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalizeJson } from '../canonicalize-json.ts';
import type { CodecLimits } from '../codec-limits.ts';
import { parseJson } from '../parse-json.ts';
import { readJsonMembers } from '../read-json-members.ts';
import { refusal } from './refusal.fixture.ts';

/** All three readers must agree on what is refused, and where; each looks at the text as a member's value. */
function refusalOfValue(value: string, limits?: CodecLimits): { code: string; offset: number } {
  const prefix = '{"x":';
  const text = `${prefix}${value}}`;
  const errors = [canonicalizeJson, readJsonMembers, parseJson].map((read) =>
    refusal(() => read(text, limits)),
  );
  const [first] = errors;
  if (first === undefined) throw new Error('no reader');
  for (const error of errors) {
    expect(error).toMatchObject({ code: first.code, offset: first.offset, path: '' });
  }
  return { code: first.code, offset: first.offset - prefix.length };
}

function accepts(text: string, limits?: CodecLimits): boolean {
  for (const read of [canonicalizeJson, readJsonMembers, parseJson]) read(text, limits);
  return true;
}

describe('JSON grammar', () => {
  it.each([
    '{}',
    ' \t\r\n{ \t\r\n} \t\r\n',
    '{"":""}',
    '{"a":[]}',
    '{"a":[ ]}',
    '{"a":[1,[2,[3]],{}]}',
    '{"a":true,"b":false,"c":null}',
    '{"a":0,"b":-0,"c":0.0,"d":-1.5e+10,"e":1E-7,"f":10,"g":1e5}',
    '{"a":"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041"}',
    '{"a":"\u007f\u0080\u2028\u2029\ufffe\uffff\ufeff"}',
    '{"__proto__":1,"constructor":2,"toString":3}',
    '{"a":{"a":{"a":1}}}',
  ])('accepts %j', (text) => {
    expect(accepts(text)).toBe(true);
    expect(() => JSON.parse(text)).not.toThrow();
  });

  it.each([
    ['', 0],
    ['tru', 0],
    ['True', 0],
    ['nul', 0],
    ['undefined', 0],
    ['NaN', 0],
    ['Infinity', 0],
    ['-Infinity', 0],
    ['01', 1],
    ['00', 1],
    ['-', 0],
    ['+1', 0],
    ['.5', 0],
    ['1.', 1],
    ['1.e5', 1],
    ['1e', 1],
    ['1e+', 1],
    ['0x10', 1],
    ['1_000', 1],
    ['１', 0],
    ["'a'", 0],
    ['[', 1],
    ['[1', 2],
    ['[1,]', 3],
    ['[,1]', 1],
    ['[1 2]', 3],
    ['[1}', 2],
    ['{', 2],
    ['{a:1}', 1],
    ['{"a"}', 4],
    ['{"a" 1}', 5],
    ['{"a":}', 5],
    ['{"a":1,}', 7],
    ['{,}', 1],
    ['{1:1}', 1],
    ['{"a":1 "b":2}', 7],
    ['/**/1', 0],
    ['1 // x', 2],
    ['1\u00a0', 1],
    ['\ufeff1', 0],
    ['\u000b1', 0],
    ['"', 2],
    ['"abc', 5],
    ['"\\', 1],
    ['"\\x"', 1],
    ['"\\N"', 1],
    ['"\\\'"', 1],
    ['"\\u"', 1],
    ['"\\u12G4"', 1],
    ['"\\u 123"', 1],
    ['"\\u+123"', 1],
    ['"\\u0x41"', 1],
    ['"\\U0041"', 1],
    ['"\\u004"', 1],
    ['"\\\n"', 1],
    ['"abc\\ud83d\\u12"', 10],
  ])('refuses %j', (value, offset) => {
    expect(refusalOfValue(value)).toEqual({ code: 'json_syntax', offset });
  });

  it.each([
    ['"a\nb"', 2],
    ['"\t"', 1],
    ['"\0"', 1],
    ['"\u001f"', 1],
  ])('refuses the control character in %j', (value, offset) => {
    expect(refusalOfValue(value)).toEqual({ code: 'json_control_character', offset });
  });

  it.each(['{"a":1}x', '{"a":1},', '{"a":1}{}', '{"a":1}\0'])('refuses what follows in %j', (text) => {
    for (const read of [canonicalizeJson, readJsonMembers, parseJson]) {
      expect(refusal(() => read(text))).toMatchObject({ code: 'json_syntax', offset: 7 });
    }
  });

  it('refuses a byte-order mark: decoding the bytes drops it', () => {
    expect(refusal(() => parseJson('\ufeff{}'))).toMatchObject({ code: 'json_syntax', offset: 0 });
  });

  it('refuses what is not a string', () => {
    for (const text of [undefined, null, 1, {}, []] as unknown[] as string[]) {
      expect(refusal(() => parseJson(text)).code).toBe('invalid_argument');
      expect(refusal(() => readJsonMembers(text)).code).toBe('invalid_argument');
    }
  });

  it('accepts what JSON.parse accepts and refuses what it refuses', () => {
    const alphabet = [
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\\',
      '/',
      'u',
      '0',
      '1',
      '-',
      '.',
      'e',
      't',
      ' ',
      '\n',
      'a',
      '例',
    ];
    const mutated = fc
      .tuple(fc.json(), fc.nat(), fc.nat(3), fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 3 }))
      .map(([json, position, removed, inserted]) => {
        const at = position % (json.length + 1);
        return json.slice(0, at) + inserted + json.slice(at + removed);
      });
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string({ unit: fc.constantFrom(...alphabet) })), (text) => {
        let expected: 'accepted' | 'refused' = 'accepted';
        try {
          JSON.parse(text);
        } catch {
          expected = 'refused';
        }
        let found = 'accepted';
        try {
          parseJson(text);
        } catch (error) {
          const { code } = error as { code: string };
          // The two things refused on top of the grammar.
          if (code === 'json_duplicate_key' || code === 'lone_surrogate') return;
          found = 'refused';
        }
        expect(found).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('duplicate names', () => {
  it.each([
    ['{"a":1,"a":1}', 7],
    ['{"a":1,"\\u0061":1}', 7],
    ['{"\\u0061":1,"a":1}', 12],
    ['{"/":1,"\\/":1}', 7],
    ['{"例":1,"\\u4F8B":1}', 7],
    ['{"__proto__":1,"__proto__":1}', 15],
    ['{"":1,"":1}', 6],
    ['[{"a":{"b":1,"b":2}}]', 13],
  ])('are refused: %j', (value, offset) => {
    expect(refusalOfValue(value)).toEqual({ code: 'json_duplicate_key', offset });
  });

  it('are found among few names and among many', () => {
    for (let count = 1; count <= 40; count++) {
      const names = Array.from({ length: count }, (_, index) => `"n${index}":0`);
      expect(accepts(`{${names.join(',')}}`)).toBe(true);
      for (const duplicate of [0, count >> 1, count - 1]) {
        expect(refusalOfValue(`{${names.join(',')},"n${duplicate}":0}`).code).toBe('json_duplicate_key');
      }
    }
  });

  it('are allowed in different objects', () => {
    expect(accepts('{"a":{"a":1},"b":[{"a":1},{"a":2}]}')).toBe(true);
  });
});

describe('surrogates', () => {
  it.each([
    ['"\ud800"', 1],
    ['"\udbff"', 1],
    ['"\udfff"', 1],
    ['"\\udbff"', 1],
    ['"\\udfff"', 1],
    ['"a\udc00"', 2],
    ['"\udc00\ud800"', 1],
    ['"\ud800x"', 1],
    ['"\ud83d\ud83d\ude00"', 1],
    ['"\\ud800"', 1],
    ['"\\udc00"', 1],
    ['"\\uDFFF\\uD800"', 1],
    ['"\\ud83dx"', 1],
    ['"\\ud83d\\n"', 1],
    ['"\\ud83d\\u0041"', 1],
    ['"ab\\ud83d\\ud83d\\ude00"', 3],
    ['{"\\ud83d":1}', 2],
    ['{"\ud83d":1}', 2],
  ])('are refused when alone: %j', (value, offset) => {
    expect(refusalOfValue(value)).toEqual({ code: 'lone_surrogate', offset });
  });

  it('are refused when only one half is escaped: no UTF-8 spells that', () => {
    expect(refusalOfValue('"\ud83d\\ude00"').code).toBe('lone_surrogate');
    expect(refusalOfValue('"\\ud83d\ude00"').code).toBe('lone_surrogate');
  });

  it('are accepted in pairs, escaped or not', () => {
    expect(parseJson('["\u{1f600}","\\uD83D\\uDE00","\\ud83d\\ude00\ud83d\ude00"]')).toEqual([
      '\u{1f600}',
      '\u{1f600}',
      '\u{1f600}\u{1f600}',
    ]);
  });
});

describe('limits', () => {
  it('count the text in UTF-16 units', () => {
    const text = '{"a":"例"}';
    expect(accepts(text, { maxLength: text.length })).toBe(true);
    for (const read of [canonicalizeJson, readJsonMembers, parseJson]) {
      expect(refusal(() => read(text, { maxLength: text.length - 1 }))).toMatchObject({
        code: 'too_large',
        offset: text.length - 1,
      });
    }
  });

  it('are 1 MiB unless given', () => {
    const text = `{"a":"${'x'.repeat(1_048_576 - 8)}"}`;
    expect(text.length).toBe(1_048_576);
    expect(accepts(text)).toBe(true);
    for (const read of [canonicalizeJson, readJsonMembers, parseJson]) {
      expect(refusal(() => read(`${text} `)).code).toBe('too_large');
    }
  });

  it('count the outermost object as depth 1', () => {
    const nested = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
    expect(accepts(nested(32))).toBe(true);
    expect(refusal(() => parseJson(nested(33)))).toMatchObject({ code: 'too_deep', offset: 5 + 31 });
    expect(accepts(nested(3), { maxDepth: 3 })).toBe(true);
    expect(refusalOfValue('[[[]]]', { maxDepth: 3 }).code).toBe('too_deep');
    expect(accepts(`{"a":[${'{},'.repeat(99)}{}]}`, { maxDepth: 3 })).toBe(true);
  });

  it('stop a hundred thousand open brackets, also at the highest depth there is', () => {
    for (const limits of [{}, { maxDepth: 256 }]) {
      expect(refusalOfValue('['.repeat(100_000), limits).code).toBe('too_deep');
      expect(refusalOfValue('{"a":'.repeat(100_000), limits).code).toBe('too_deep');
    }
  });

  it('count the members of each object for itself', () => {
    const members = (count: number) => `{${Array.from({ length: count }, (_, n) => `"${n}":0`).join(',')}}`;
    expect(accepts(members(1000))).toBe(true);
    expect(refusalOfValue(members(1001)).code).toBe('too_many_fields');
    expect(accepts(`{"a":${members(3)},"b":${members(3)},"c":0}`, { maxFields: 3 })).toBe(true);
    expect(refusalOfValue(members(4), { maxFields: 3 }).code).toBe('too_many_fields');
  });

  it('do not count array elements', () => {
    expect(accepts(`{"a":[${'1,'.repeat(50_000)}1]}`)).toBe(true);
  });

  it('count a number as written, and numbers only', () => {
    expect(accepts(`{"a":${'9'.repeat(64)}}`)).toBe(true);
    expect(refusalOfValue('9'.repeat(65))).toEqual({ code: 'number_too_long', offset: 0 });
    expect(refusalOfValue(`-${'9'.repeat(64)}`).code).toBe('number_too_long');
    expect(refusalOfValue('1.25e+3', { maxNumberDigits: 6 }).code).toBe('number_too_long');
    expect(accepts('{"a":[false,true,null,"12345",12]}', { maxNumberDigits: 2 })).toBe(true);
    expect(refusalOfValue('9'.repeat(1_000_000)).code).toBe('number_too_long');
  });
});
