import { describe, expect, it } from 'vitest';
import { differenceOf } from './diff.ts';

const words = (theirs: string, platform: string) =>
  differenceOf(theirs, platform).remarks.map(({ message }) => message.en);

describe('differenceOf', () => {
  it('gives both texts back', () => {
    const theirs = '{"B":"1","URL":"http://a/b","A":"x"}';
    const platform = '{"A":"x","B":1,"URL":"http:\\/\\/a\\/b"}';
    const { parts } = differenceOf(theirs, platform);
    const without = (kind: string) =>
      parts
        .filter((part) => part.kind !== kind)
        .map(({ text }) => text)
        .join('');
    expect(without('platform')).toBe(theirs);
    expect(without('theirs')).toBe(platform);
  });

  it('has nothing to say where there is no difference', () => {
    expect(differenceOf('a=1', 'a=1')).toEqual({ parts: [{ kind: 'same', text: 'a=1' }], remarks: [] });
    expect(differenceOf('', '')).toEqual({ parts: [], remarks: [] });
  });

  it.each([
    ['{"U":"http://a/b"}', '{"U":"http:\\/\\/a\\/b"}', 'you signed /, the platform signs \\/'],
    [
      '{"N":"\\u5f20\\u4e09"}',
      '{"N":"张三"}',
      'you signed \\uXXXX, the platform signs the characters themselves',
    ],
    ['{"A": "1"}', '{"A":"1"}', 'you signed white space (␠) that does not belong there'],
    ['{"A":"1"}\n', '{"A":"1"}', 'you signed white space (\\n) that does not belong there'],
    ['\ufeff{"A":"1"}', '{"A":"1"}', 'you signed white space (U+FEFF) that does not belong there'],
    ['{"A":"1\u200b"}', '{"A":"1"}', 'you signed white space (U+200B) that does not belong there'],
    ['a=1\u00a0', 'a=1', 'you signed white space (U+00A0) that does not belong there'],
    ['a=1', 'a=\u20281', 'white space (U+2028) is missing in what you signed'],
    ['a=x\u00a0y', 'a=x y', 'you signed U+00A0, the platform signs ␠'],
    ['a=x\u200d?y', 'a=x!y', 'you signed U+200D?, the platform signs !'],
    ['{"A":1}', '{"A":"1"}', 'a quote is missing in what you signed'],
    ['{"A":"1"}', '{"A":1}', 'you signed a quote too many'],
    ['u=a%2Fb', 'u=a/b', 'you signed it URL-encoded, the platform signs it as it is'],
    ['a=1&amp;b=2', 'a=1&b=2', 'you signed &amp;, the platform signs &'],
    ['h=AB', 'h=ab', 'you signed it in another case'],
    ['a=1&c=3', 'a=1&b=2&c=3', 'b is missing in what you signed'],
    ['{"A":"1"}', '{"A":"1","B":"2"}', 'B is missing in what you signed'],
    ['b=2&a=1', 'a=1&b=2', 'the fields are the same, but in another order'],
    ['{"B":"2","A":"1"}', '{"A":"1","B":"2"}', 'the fields are the same, but in another order'],
  ])('%j for %j: %s', (theirs, platform, remark) => {
    expect(words(theirs, platform)).toEqual([remark]);
  });

  it('goes into words and numbers character by character', () => {
    expect(differenceOf('t=12.34', 't=1234').parts).toEqual([
      { kind: 'same', text: 't=12' },
      { kind: 'theirs', text: '.' },
      { kind: 'same', text: '34' },
    ]);
  });

  it('names the fields, and says the same of many only once', () => {
    const platform = '{"A":"\\/","B":"\\/"}';
    const spans = [
      { start: 0, end: 1, role: 'punctuation' as const },
      { start: 1, end: 9, role: 'value' as const, field: 'A' },
      { start: 9, end: 10, role: 'punctuation' as const },
      { start: 10, end: 18, role: 'value' as const, field: 'B' },
    ];
    expect(differenceOf('{"A":"/","B":"/"}', platform, spans).remarks.map(({ message }) => message)).toEqual([
      { en: 'you signed /, the platform signs \\/, at A, B', zh: '你签的是 /，平台签的是 \\/（A, B）' },
    ]);
  });

  it('points each remark at a part that differs', () => {
    const { parts, remarks } = differenceOf('{"A": "1","B":2}', '{"A":"1","B":"2"}');
    for (const { at } of remarks) expect(parts[at]?.kind).not.toBe('same');
    expect(remarks.length).toBeGreaterThan(1);
  });

  it('ends soon for long texts that have nothing in common', () => {
    const long = (digit: string) => Array.from({ length: 20_000 }, (_none, at) => `${digit}${at}`).join(' ');
    const start = performance.now();
    expect(differenceOf(long('a'), long('b')).parts.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
