import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalizeJsonText } from '../canonicalize-json-text.ts';
import { DEFAULT_CODEC_LIMITS } from '../codec-limits.ts';
import { refusal } from './refusal.fixture.ts';
import { sortFlatJson } from './sort-flat-json.ts';

const sort = (text: string, limits = {}) => sortFlatJson(text, { ...DEFAULT_CODEC_LIMITS, ...limits });

/** What the scanner makes of it: white space in front is what the short way does not take. */
const scanned = (text: string) => canonicalizeJsonText(` ${text}`);

const members = (count: number) =>
  Array.from({ length: count }, (_, index) => `"n${(index * 7) % count}":${index}`).join(',');

describe('sortFlatJson', () => {
  it.each([
    ['{"a":"1"}', '{"a":"1"}'],
    ['{"b":"1","a":2}', '{"a":2,"b":"1"}'],
    ['{"a_b":"","a":"x","A":-7,"a9":0}', '{"A":-7,"a":"x","a9":0,"a_b":""}'],
    ['{"URL":"https:\\/\\/a.cn\\/?x=1","NAME":"张三"}', '{"NAME":"张三","URL":"https:\\/\\/a.cn\\/?x=1"}'],
    ['{"b":"{\'x\':[1]}","a":" : , "}', '{"a":" : , ","b":"{\'x\':[1]}"}'],
    [
      '{"b":"\\u5f20\\u4E09","a":"\u{1f600}\\/\\u3000\\ud7a3"}',
      '{"a":"\u{1f600}\\/\u3000\ud7a3","b":"张三"}',
    ],
    ['{"b": ": x, ", "a":"http://a.cn\\/", "c": 8}', '{"a":"http:\\/\\/a.cn\\/","b":": x, ","c":8}'],
    ['{\r\n\t"b":  " x\\/ y / " ,\n  "a":\t1.10 ,"c": 2\n}', '{"a":1.10,"b":" x\\/ y \\/ ","c":2}'],
    ['{"b":1.10,"a":-0,"c":-123456789012345.12345678}', '{"a":-0,"b":1.10,"c":-123456789012345.12345678}'],
    ['{"b":123456789012345,"a":-123456789012345}', '{"a":-123456789012345,"b":123456789012345}'],
  ])('sorts %s', (text, sorted) => {
    expect(sort(text)).toBe(sorted);
    expect(scanned(text)).toBe(sorted);
  });

  it.each([
    '{}',
    ' {"a":"1"}',
    '{"a" :"1"}',
    '{"a":"1"}\n',
    '{"a":"\\n"}',
    '{"a":"\\u002f"}',
    '{"a":"\\u00e9"}',
    '{"a":"\\u2028"}',
    '{"a":"\\ue000"}',
    '{"a":"\\ud83d\\ude00"}',
    '{"a":"\\\\"}',
    '{"a":"\u2028"}',
    '{"a":1.123456789}',
    '{"a":1e5}',
    '{"a":1234567890123456}',
    '{"a":true}',
    '{"a":null}',
    '{"a":{}}',
    '{"a":[]}',
    '{"":"1"}',
    '{"a-b":"1"}',
    '{"例":"1"}',
  ])('leaves %s to the scanner', (text) => {
    expect(sort(text)).toBeUndefined();
    expect(canonicalizeJsonText(text)).toBe(scanned(text));
  });

  it('is not deceived by strings that end with a comma', () => {
    for (const text of ['{"a":","}', '{"b":"x,","a":"y"}', '{"b":"1","a":"x,"}', '{"b":",","a":","}']) {
      expect(sort(text)).toBeUndefined();
      expect(canonicalizeJsonText(text)).toBe(scanned(text));
    }
    expect(canonicalizeJsonText('{"b":"x,","a":"y"}')).toBe('{"a":"y","b":"x,"}');
  });

  it.each([
    '{"a":"1","a":"1"}',
    '{"a":"1","b":"2","a":"3"}',
    '{"a":"1",}',
    '{,"a":"1"}',
    '{"a":"1""b":"2"}',
    '{"a":"1"}}',
    '{"a":"1","b"}',
    '{"a":01}',
    '{"a":"\ud800"}',
    '{"a":"\ude00\ud83d"}',
    '{"a":"\\ud800"}',
    '{"a":"\\u4f8"}',
    '{"a":1.}',
    '{"a":"\n"}',
    '{"a":"\\x"}',
    '{"a":"1"',
    '{"a":"1","b":"2',
  ])('leaves it to the scanner to refuse %j', (text) => {
    expect(sort(text)).toBeUndefined();
    const { code, offset } = refusal(() => canonicalizeJsonText(text));
    expect(refusal(() => scanned(text))).toMatchObject({ code, offset: offset + 1 });
  });

  it('takes up to 32 members and 4095 characters, and no more than the limits allow', () => {
    expect(sort(`{${members(32)}}`)).toBe(scanned(`{${members(32)}}`));
    expect(sort(`{${members(33)}}`)).toBeUndefined();
    expect(sort(`{"a":"${'x'.repeat(4087)}"}`)).toHaveLength(4095);
    expect(sort(`{"a":"${'x'.repeat(4088)}"}`)).toBeUndefined();
    expect(sort(`{${members(3)}}`, { maxFields: 2 })).toBeUndefined();
    expect(sort('{"a":123456789012345}', { maxNumberDigits: 24 })).toBeUndefined();
    expect(refusal(() => sort('{"a":"1"}', { maxLength: 8 })).code).toBe('too_large');
  });

  it('makes of everything it takes what the scanner makes of it', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'ab', 'A', '_', 'a0', 'a,');
    const value = fc.oneof(
      fc.constantFrom('""', '","', '"a,"', '"\\/"', '"例"', '"1"', '0', '8', '-1', '1.10', '{}'),
      fc
        .array(
          fc.constantFrom('\\u4f8b', '\\uD7fF', '\\u2028', '\\/', '\\\\', 'u4f8b', '\ud83d', '\ude00', ','),
          { maxLength: 4 },
        )
        .map((parts) => `"${parts.join('')}"`),
      fc
        .string({ unit: fc.constantFrom(',', '"', '\\', '/', ':', '}', ' ', 'a'), maxLength: 4 })
        .map((content) => `"${content}"`),
    );
    const white = fc.constantFrom('', '', ' ', '\n  ');
    const member = fc
      .tuple(white, name, white, value, white)
      .map(([before, key, between, item, after]) => `${before}"${key}":${between}${item}${after}`);
    const text = fc.array(member, { maxLength: 4 }).map((list) => `{${list.join(',')}}`);
    let taken = 0;
    fc.assert(
      fc.property(text, (json) => {
        const sorted = sort(json);
        if (sorted === undefined) return;
        taken++;
        expect(sorted).toBe(scanned(json));
      }),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(500);
  });
});
