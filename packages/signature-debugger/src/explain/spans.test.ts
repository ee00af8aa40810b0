import { hmacSha256Hex, md5Hex } from '@yinjian/crypto-webcrypto';
import { canonicalizeJson, canonicalizeQuery, encodeFlatXml } from '@yinjian/protocol-codec';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../explain.ts';
import { API_KEY, MD5_KEY } from '../internal/fixtures/messages.ts';
import type { Explanation } from '../types/explanation.ts';
import type { CanonicalStep, Step } from '../types/step.ts';

function step<Kind extends Step['kind']>({ steps }: Explanation, kind: Kind) {
  const found = steps.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`There is no step ${kind}`);
  return found as Extract<Step, { kind: Kind }>;
}

/** That the spans cover the text exactly and in order. */
function check({ text, spans }: CanonicalStep): void {
  let at = 0;
  for (const { start, end } of spans) {
    expect(start).toBe(at);
    expect(end).toBeGreaterThan(start);
    at = end;
  }
  expect(at).toBe(text.length);
}

/** A leading capital keeps it from being taken for the fields of WeChat Pay, or for a header. */
const name = fc.string({ maxLength: 8 }).map((text) => `N${text}`);
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('/', '"', '\\', '\n', '\u2028', '\u0001', '中', 'a', '😀') }),
);
const leaf = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(name, leaf, { maxKeys: 3 }));

describe('the canonical text of MMSP', () => {
  it('is covered by its spans, and its digest is what is expected', async () => {
    const body = fc.dictionary(name, value, { minKeys: 1, maxKeys: 6 });
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom('', ' '), async (fields, indent) => {
        const message = JSON.stringify(fields, null, indent);
        const explanation = await explain(message, { key: MD5_KEY, platform: 'mmsp' });
        const canonical = step(explanation, 'canonical');
        check(canonical);
        expect(canonical.text).toBe(canonicalizeJson(message));
        expect(step(explanation, 'digest').expected).toBe(md5Hex(`${canonical.text}&key=${MD5_KEY}`));
      }),
    );
  });

  it('ties every piece to its field', async () => {
    const message = '{"BODY_B":"x/y","BODY_A":{"IN":[1,"\\u4e2d"]},"BODY_C":null}';
    const { text: whole, spans } = step(await explain(message, { platform: 'mmsp' }), 'canonical');
    const pieces = spans.map(({ start, end, role, field }) => [whole.slice(start, end), role, field]);
    expect(pieces).toEqual([
      ['{', 'punctuation', undefined],
      ['"', 'punctuation', 'BODY_A'],
      ['BODY_A', 'name', 'BODY_A'],
      ['":{"', 'punctuation', 'BODY_A'],
      ['IN', 'name', 'BODY_A'],
      ['":[', 'punctuation', 'BODY_A'],
      ['1', 'value', 'BODY_A'],
      [',"', 'punctuation', 'BODY_A'],
      ['中', 'value', 'BODY_A'],
      ['"]}', 'punctuation', 'BODY_A'],
      [',', 'punctuation', undefined],
      ['"', 'punctuation', 'BODY_B'],
      ['BODY_B', 'name', 'BODY_B'],
      ['":"', 'punctuation', 'BODY_B'],
      ['x', 'value', 'BODY_B'],
      ['\\/', 'escape', 'BODY_B'],
      ['y', 'value', 'BODY_B'],
      ['"', 'punctuation', 'BODY_B'],
      [',', 'punctuation', undefined],
      ['"', 'punctuation', 'BODY_C'],
      ['BODY_C', 'name', 'BODY_C'],
      ['":', 'punctuation', 'BODY_C'],
      ['null', 'value', 'BODY_C'],
      ['}', 'punctuation', undefined],
    ]);
  });

  it('says why something is written as it is', async () => {
    const { spans } = step(await explain('{"AMT":"//\\"\\n\\u2028","B":1.10,"C":"\\u4e2d"}'), 'canonical');
    const notes = spans.flatMap(({ role, note }) =>
      note === undefined ? [] : [[role, note.zh.slice(0, 6)]],
    );
    expect(notes).toEqual([
      ['escape', '签名时 / '],
      ['escape', '签名时 / '],
      ['escape', '字符串里的双'],
      ['escape', '控制字符写成'],
      ['escape', 'U+2028'],
      ['value', '数字按报文里'],
      ['value', '报文里写作 '],
    ]);
  });
});

describe('a text that is written \\uXXXX in part', () => {
  it('has the note on what is, and nowhere else', async () => {
    const message = String.raw`{"AMT":"1\u001b[31mred","B":"a\"\u4e2d\ud83d\ude00/\\u4e2d\u002f"}`;
    const { text: whole, spans } = step(await explain(message), 'canonical');
    const noted = spans
      .filter(({ note }) => note?.en.startsWith('written \\uXXXX') === true)
      .map(({ start, end }) => whole.slice(start, end));
    expect(noted).toEqual(['中😀']);
    expect(whole).toBe(String.raw`{"AMT":"1\u001b[31mred","B":"a\"中😀\/\\u4e2d\/"}`);
  });
});

describe('the canonical text of WeChat Pay', () => {
  const fieldName = fc
    .string({ unit: fc.constantFrom('a', 'b', '_', '1', 'Z'), maxLength: 6 })
    .map((rest) => `f${rest}`);
  const characters = fc.string({ unit: fc.constantFrom('&', '<', '=', '%', ' ', '中', 'x', '"') });

  it('is covered by its spans, and its digest is what is expected', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fieldName, characters, { minKeys: 1 }),
        fc.constantFrom('MD5', 'HMAC-SHA256'),
        async (fields, signType) => {
          const message = encodeFlatXml({ ...fields, mch_id: '1', sign: 'X' });
          const explanation = await explain(message, { key: API_KEY, signType });
          const canonical = step(explanation, 'canonical');
          check(canonical);
          expect(canonical.text).toBe(canonicalizeQuery({ ...fields, mch_id: '1' }));
          const signed = `${canonical.text}&key=${API_KEY}`;
          const expected = signType === 'MD5' ? md5Hex(signed) : hmacSha256Hex(signed, API_KEY);
          expect(step(explanation, 'digest')).toMatchObject({ algorithm: signType, expected });
        },
      ),
    );
  });

  it('says how the message writes it', async () => {
    const message = '<xml><a><![CDATA[1&2]]></a><b>1&amp;2</b><c>中</c><d>x</d></xml>';
    const { text: whole, spans } = step(await explain(message), 'canonical');
    expect(whole).toBe('a=1&2&b=1&2&c=中&d=x');
    const notes = spans.filter(({ role }) => role === 'value').map(({ note }) => note?.en.slice(0, 12));
    expect(notes).toEqual(['what stands ', 'written with', 'signed as it', undefined]);
  });
});
