import { hmacSha256Hex, md5Hex } from '@yinjian/crypto-webcrypto';
import { canonicalizeJson, canonicalizeQuery, type JsonObject } from '@yinjian/protocol-codec';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../diagnose.ts';
import type { Diagnosis } from '../types/diagnosis.ts';
import { body, envelope, fields, key, lateClock, now, xml } from './fixtures/wrong-messages.ts';

/** `id` or `id: field`, in alphabetical order. */
function namesOf({ findings }: Diagnosis): string[] {
  const made = findings[0]?.mistakes ?? [];
  return made.map(({ id, fields: of }) => [id, ...of].join(' ')).toSorted();
}

describe('two mistakes with the fields of WeChat Pay', () => {
  const { sign_type: _type, ...untyped } = fields;
  const { nonce_str: _nonce, ...withoutNonce } = fields;
  const { nonce_str: _nonceToo, ...bare } = untyped;
  const { body: _body, ...withoutBody } = withoutNonce;
  const scene = JSON.stringify(JSON.parse(fields.scene_info), null, 1)
    .replace(/\n\s*/g, ' ')
    .replaceAll('{ ', '{')
    .replaceAll(' }', '}');
  const empty = (signed: Readonly<Record<string, string>>) =>
    Object.entries(signed)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map((pair) => pair.join('='))
      .join('&');

  it.each<[readonly string[], string]>([
    [['added.empty attach', 'left_out.sign_type sign_type'], empty(untyped)],
    [['added.empty attach', 'added.sign sign'], empty({ ...fields, sign: '' })],
    [['added.empty attach', 'left_out.field nonce_str'], empty(withoutNonce)],
    [
      ['amounts.in_yuan total_fee', 'json_texts.rewritten scene_info'],
      canonicalizeQuery({ ...fields, total_fee: '8.88', scene_info: scene }),
    ],
    [
      ['json_texts.rewritten scene_info', 'spelling.url_encoded notify_url'],
      canonicalizeQuery({
        ...fields,
        notify_url: encodeURIComponent(fields.notify_url),
        scene_info: fields.scene_info.replaceAll('/', '\\/'),
      }),
    ],
    [['left_out.field nonce_str', 'left_out.sign_type sign_type'], canonicalizeQuery(bare)],
    [['left_out.field body', 'left_out.field nonce_str'], canonicalizeQuery(withoutBody)],
  ])('%j', async (names, signed) => {
    const message = xml(hmacSha256Hex(`${signed}&key=${key}`, key));
    expect(namesOf(await diagnose(message, { key, now }))).toEqual(names);
  });

  it('fields that are not in the documents, and sign_type', async () => {
    const more = { ...fields, fromPage: '1', theme: 'x' };
    const message = xml(hmacSha256Hex(`${canonicalizeQuery(untyped)}&key=${key}`, key), more);
    expect(namesOf(await diagnose(message, { key, now }))).toEqual([
      'left_out.sign_type sign_type',
      'left_out.unknown fromPage theme',
    ]);
  });
});

describe('two mistakes with an MMSP body', () => {
  const ofBody: JsonObject = {
    MERORDERID: '201709261510',
    AMT: '123456',
    FEE: '250',
    NAME: '张三',
    REMARK: '',
    NOTIFY_URL: 'https://a.cn/n',
    JUMP_URL: 'https://a.cn/j',
    PUSH_COUNT: 8,
  };
  const header = {
    CommandID: 771,
    SeqID: '1',
    NodeType: '3',
    NodeID: 'openapi',
    Version: '1.0.0',
    MERNO: 'm',
  };
  const text = canonicalizeJson(ofBody);
  const without = (...names: readonly string[]) =>
    canonicalizeJson(Object.fromEntries(Object.entries(ofBody).filter(([name]) => !names.includes(name))));

  it.each<[readonly string[], string]>([
    [['left_out.empty REMARK', 'left_out.field JUMP_URL'], `${without('REMARK', 'JUMP_URL')}&key=${key}`],
    [
      ['left_out.field JUMP_URL', 'left_out.field NOTIFY_URL'],
      `${without('NOTIFY_URL', 'JUMP_URL')}&key=${key}`,
    ],
    [
      ['amounts.in_yuan AMT', 'types.unquoted MERORDERID'],
      `${text.replace('123456', '1234.56').replace('"201709261510"', '201709261510')}&key=${key}`,
    ],
    [
      ['amounts.in_yuan AMT', 'amounts.in_yuan FEE'],
      `${text.replace('123456', '1234.56').replace('250', '2.50')}&key=${key}`,
    ],
    [
      ['types.quoted PUSH_COUNT', 'types.unquoted AMT'],
      `${text.replace('"123456"', '123456').replace(':8', ':"8"')}&key=${key}`,
    ],
    [
      ['scope.header_field MERNO', 'scope.header_field SeqID'],
      `${canonicalizeJson({ ...ofBody, MERNO: 'm', SeqID: '1' })}&key=${key}`,
    ],
    [['frame.byte_order_mark', 'frame.line_end'], `\ufeff${text}\n&key=${key}`],
    [['frame.html_escaped', 'frame.line_end'], `${text.replaceAll('"', '&quot;')}\n&key=${key}`],
    [['frame.line_end', 'frame.url_encoded'], `${encodeURIComponent(`${text}\n`)}&key=${key}`],
    [['key.case', 'key.white_space'], `${text}&key=${key.toUpperCase()}\n`],
    [['key.encoded', 'key.white_space'], `${text}&key=${md5Hex(`${key}\n`).toLowerCase()}`],
    [
      ['amounts.in_yuan AMT', 'left_out.empty REMARK'],
      `${without('REMARK').replace('123456', '1234.56')}&key=${key}`,
    ],
  ])('%j', async (names, input) => {
    const message = JSON.stringify({ ...header, Body: ofBody, Sign: md5Hex(input) });
    expect(namesOf(await diagnose(message, { key, now }))).toEqual(names);
  });

  it('a library’s default and its pretty-printing', async () => {
    const pretty = JSON.stringify(JSON.parse(text), null, 2).replaceAll(
      /[^\0-\u007f]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16)}`,
    );
    const message = JSON.stringify({ ...header, Body: ofBody, Sign: md5Hex(`${pretty}&key=${key}`) });
    expect(namesOf(await diagnose(message, { key, now }))).toEqual([
      'libraries.python_dumps',
      'spacing.pretty',
    ]);
  });
});

describe('what was tried', () => {
  const message = (sign: string) => `{"CommandID":771,"MERNO":"1","Body":{"A":"1"},"Sign":"${sign}"}`;

  it('is everything only when no time was wanting', async () => {
    const { tried } = await diagnose(message(md5Hex('anything')), { key, milliseconds: 60_000 });
    expect(tried.complete).toBe(true);
    const short = await diagnose(message(md5Hex('anything')), { key, now, milliseconds: 1 });
    expect(short.tried.complete).toBe(false);
  }, 30_000);

  it('is every single mistake, whatever the time', async () => {
    const text = canonicalizeJson(body);
    const options = () => ({ key, now: lateClock(), milliseconds: 10 });
    // One of the last.
    const twice = md5Hex(md5Hex(`${text}&key=${key}`).toLowerCase());
    expect(namesOf(await diagnose(envelope(twice), options()))).toEqual(['digest.md5_twice']);
    const { tried } = await diagnose(envelope(md5Hex('anything')), options());
    expect(tried.count).toBeGreaterThan(300);
    expect(tried.count).toBeLessThan(1000);
    expect(tried.complete).toBe(false);
  });

  it('says what is not tried at all', async () => {
    const { tried } = await diagnose(message(md5Hex('anything')), { key, now });
    expect(tried.notTried.map(({ en }) => en).join()).toContain('three mistakes');
    for (const { zh } of tried.notTried) expect(zh).toMatch(/\p{Script=Han}/u);
  });
});
