import {
  encryptRsaPkcs1,
  importRsaPrivateKey,
  importRsaPublicKey,
  signSha1WithRsa,
} from '@yinjian/crypto-webcrypto';
import { encodeBase64, encodeUtf8 } from '@yinjian/protocol-codec';
import { describe, expect, it } from 'vitest';
import { explain } from '../explain.ts';
import { payoutReply, payoutRequest, payoutResult, rsaKeys } from '../internal/fixtures/messages.ts';
import { kindsOf, resultOf, stepsOf } from '../internal/fixtures/steps.ts';
import { encodeGbk } from '../internal/gbk.ts';
import type { ExplainOptions } from '../types/explanation.ts';

describe('a payout', () => {
  it('is decrypted block by block and checked', async () => {
    const explanation = await explain(payoutReply, rsaKeys);
    expect(kindsOf(explanation)).toEqual(['fields', 'blocks', 'plaintext', 'fields', 'rsa-signature']);
    const bytes = new TextEncoder().encode(payoutResult).length;
    expect(stepsOf(explanation, 'blocks')).toMatchObject([
      { bytes: 256, blockBytes: 128, count: 2, plainBytes: [117, bytes - 117], isAssumed: false },
    ]);
    expect(stepsOf(explanation, 'plaintext')).toMatchObject([{ text: payoutResult, bytes }]);
    const [clear, plain] = stepsOf(explanation, 'fields');
    expect(clear?.fields.map(({ name, signed }) => `${name} ${signed}`)).toEqual([
      'RETCODE false',
      'RETMSG false',
      'ENCRYPT false',
      'SIGN false',
    ]);
    expect(plain?.fields.find(({ name }) => name === 'PAYSTATE')).toMatchObject({
      signed: true,
      valueTitle: { en: expect.any(String) },
    });
    expect(stepsOf(explanation, 'rsa-signature')).toMatchObject([
      { key: 'platformPublicKey', inputBytes: bytes, signatureBytes: 128, matches: true },
    ]);
    expect(explanation).toMatchObject({
      verdict: { result: 'match' },
      recognised: { operation: 'payout.pay', direction: 'reply', wire: 'payout' },
      problems: [],
    });
  });

  it('takes imported keys as well', async () => {
    const merchantPrivateKey = await importRsaPrivateKey(rsaKeys.merchantPrivateKey);
    const platformPublicKey = await importRsaPublicKey(rsaKeys.platformPublicKey);
    expect(await resultOf(payoutReply, { merchantPrivateKey, platformPublicKey })).toBe('match');
  });

  it('says which key is missing', async () => {
    const { merchantPrivateKey, platformPublicKey, ...platformSide } = rsaKeys;
    const words = async (message: string, options: ExplainOptions) => {
      const { verdict } = await explain(message, options);
      return `${verdict.result}: ${verdict.message.en}`;
    };
    expect(await words(payoutReply, { platformPublicKey })).toMatch(/^no_key: .*merchant’s private key/);
    expect(await words(payoutReply, { merchantPrivateKey })).toMatch(/^no_key: .*platform’s public key/);
    expect(await words(payoutRequest, { merchantPrivateKey })).toMatch(/^no_key: .*paste the plain text/);
    expect(await words(payoutRequest, platformSide)).toMatch(/^match: /);
  });

  it('shows its blocks without a key', async () => {
    const [blocks] = stepsOf(await explain(payoutReply), 'blocks');
    expect(blocks).toMatchObject({ bytes: 256, blockBytes: 128, count: 2, isAssumed: true });
    expect(blocks).not.toHaveProperty('plainBytes');
  });

  it('does not open with another key', async () => {
    const merchantPrivateKey = rsaKeys.platformPrivateKey;
    expect(await resultOf(payoutReply, { ...rsaKeys, merchantPrivateKey })).toBe('undecryptable');
  });

  it.each([
    ['another text’s', { SIGN: (JSON.parse(payoutRequest) as { SIGN: string }).SIGN }, 'mismatch'],
    ['not base64', { SIGN: '!' }, 'mismatch'],
    ['missing', { SIGN: undefined }, 'no_signature'],
    ['empty', { SIGN: '' }, 'no_signature'],
  ])('has a signature that is %s', async (_, change, expected) => {
    const message = JSON.stringify({ ...(JSON.parse(payoutReply) as object), ...change });
    expect(await resultOf(message, rsaKeys)).toBe(expected);
  });

  it.each([
    ['base64_invalid', '@@'],
    ['ciphertext_length', encodeBase64(new Uint8Array(100))],
    ['ciphertext_length', encodeBase64(new Uint8Array(128 * 97))],
  ])('has a ciphertext that is none: %s', async (code, ENCRYPT) => {
    const explanation = await explain(JSON.stringify({ RETCODE: '0000', ENCRYPT }), rsaKeys);
    expect(explanation.verdict.result).toBe('undecryptable');
    expect(explanation.problems).toMatchObject([{ code }]);
  });

  it('may be a refusal, which nobody signs', async () => {
    expect(await resultOf('{"RETCODE":"1008","RETMSG":"订单号重复"}', rsaKeys)).toBe('unsigned');
    expect(await resultOf('{"RETCODE":"0000","RETMSG":"成功"}', rsaKeys)).toBe('unreadable');
  });

  it('may be its plain text', async () => {
    const { SIGN } = JSON.parse(payoutReply) as { SIGN: string };
    const { platformPublicKey, platformPrivateKey } = rsaKeys;
    const explanation = await explain(payoutResult, { platformPublicKey, signature: SIGN });
    expect(kindsOf(explanation)).toEqual(['plaintext', 'fields', 'rsa-signature']);
    expect(explanation).toMatchObject({
      verdict: { result: 'match' },
      recognised: { wire: 'payout-plaintext', operation: 'payout.pay', direction: 'reply' },
    });
    const signedAgain = await explain(payoutResult, { platformPrivateKey, signature: SIGN });
    expect(stepsOf(signedAgain, 'rsa-signature')).toMatchObject([{ expected: SIGN, matches: true }]);
    expect(await resultOf(`${payoutResult.slice(0, -1)} }`, { platformPrivateKey, signature: SIGN })).toBe(
      'mismatch',
    );
  });

  it('says what the platform cannot read, whatever the verdict', async () => {
    const reply = async (bytes: Uint8Array<ArrayBuffer>, own: object = {}) => {
      const cipher = await encryptRsaPkcs1(bytes, await importRsaPublicKey(rsaKeys.merchantPublicKey));
      const key = await importRsaPrivateKey(rsaKeys.platformPrivateKey);
      const SIGN = encodeBase64(await signSha1WithRsa(bytes, key));
      const message = JSON.stringify({ RETCODE: '0000', ENCRYPT: encodeBase64(cipher), SIGN, ...own });
      const { verdict, problems, steps } = await explain(message, rsaKeys);
      const text = steps.find(({ kind }) => kind === 'plaintext');
      return { result: verdict.result, codes: problems.map(({ code }) => code), problems, text };
    };
    const gbk = encodeGbk(payoutResult) ?? new Uint8Array();
    expect(await reply(gbk)).toMatchObject({
      result: 'match',
      codes: ['plaintext_not_utf8'],
      problems: [{ severity: 'warning', message: { en: expect.stringContaining('GBK') } }],
      text: { text: expect.stringContaining('\ufffd') },
    });
    expect(await reply(gbk, { SIGN: '' })).toMatchObject({
      result: 'no_signature',
      codes: ['plaintext_not_utf8'],
    });
    const [open = 0, close = 0] = encodeUtf8('{}');
    expect((await reply(Uint8Array.of(open, 0xff, close))).codes).toEqual([
      'plaintext_not_utf8',
      'plaintext_not_json',
    ]);
    const { codes, problems } = await reply(encodeUtf8(payoutResult.replace('付', '\ufffd')));
    expect([codes, problems[0]?.severity]).toEqual([['replacement_character'], 'warning']);
    expect(await reply(encodeUtf8(`\ufeff${payoutResult}`))).toMatchObject({
      result: 'match',
      codes: ['byte_order_mark'],
      text: { text: `\ufeff${payoutResult}` },
    });
  });

  it('says what is wrong with a key, in both languages', async () => {
    const merchantPrivateKey = rsaKeys.merchantPublicKey;
    const { problems, verdict } = await explain(payoutReply, { merchantPrivateKey });
    expect(verdict.result).toBe('no_key');
    expect(problems).toMatchObject([
      {
        severity: 'error',
        code: 'unreadable_key',
        message: {
          zh: 'merchantPrivateKey 不可用：这里应为私钥，给出的是公钥',
          en: expect.stringContaining('private'),
        },
      },
    ]);
  });
});
