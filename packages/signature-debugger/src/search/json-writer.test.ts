import { canonicalizeJson, parseJsonTree } from '@yinjian/protocol-codec';
import { describe, expect, it } from 'vitest';
import { jsonWriter, writeJson } from './json-writer.ts';
import { COMPACT, NO_ESCAPES, type Style } from './plan.ts';

const platform: Style = {
  writer: jsonWriter,
  slash: 'escaped',
  unicode: 'raw',
  escapes: NO_ESCAPES,
  spacing: COMPACT,
};
const write = (json: string, style: Partial<Style> = {}) =>
  writeJson(parseJsonTree(json), { ...platform, ...style });

describe('writeJson', () => {
  it.each([
    '{"A":"http://a/b","B":[1.10,true,null,{}],"C":{"b":"","a":[]}}',
    '{"A":"张 \\u2028\\u2029 \\u0001\\u007f \\" \\\\ \\b\\f\\n\\r\\t 😀"}',
  ])('writes as the platform does: %s', (json) => {
    expect(write(json)).toBe(canonicalizeJson(json));
  });

  it.each<[Partial<Style>, string]>([
    [{ slash: 'raw' }, '{"A":"/张"}'],
    [{ slash: 'twice' }, '{"A":"\\\\/张"}'],
    [{ unicode: 'lower' }, '{"A":"\\/\\u5f20"}'],
    [{ unicode: 'upper', slash: 'raw' }, '{"A":"/\\u5F20"}'],
    [{ spacing: { id: 'x', comma: ', ', colon: ': ' } }, '{"A": "\\/张"}'],
    [
      { spacing: { id: 'y', comma: ',', colon: ': ', indent: { by: '  ', newline: '\n' } } },
      '{\n  "A": "\\/张"\n}',
    ],
    [{ escapes: { id: 'z', pattern: /[A/]/ } }, '{"\\u0041":"\\u002f张"}'],
  ])('%j', (style, expected) => {
    expect(write('{"A":"/张"}', style)).toBe(expected);
  });

  it('is what JSON.stringify writes, pretty or not', () => {
    const value = { a: [1, { b: 'x/y' }, []], c: {}, d: 'é' };
    const json = JSON.stringify(value);
    expect(write(json, { slash: 'raw' })).toBe(json);
    const indent = { by: '  ', newline: '\n' };
    const pretty = { slash: 'raw', spacing: { id: 'p', comma: ',', colon: ': ', indent } } as const;
    expect(write(json, pretty)).toBe(JSON.stringify(value, null, 2));
  });
});
