import {
  encryptRsaPkcs1,
  importRsaPrivateKey,
  importRsaPublicKey,
  signSha1WithRsa,
} from '@yinjian/crypto-webcrypto';
import { encodeBase64, encodeUtf8 } from '@yinjian/protocol-codec';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../diagnose.ts';
import { rsaKeys } from '../../internal/fixtures/messages.ts';
import { encodeGbk } from '../../internal/gbk.ts';
import type { DiagnoseOptions } from '../../types/diagnosis.ts';
import { byName } from '../fixtures/wrong-messages.ts';
import { pkcs8Of } from './payout-keys.ts';

const plain = JSON.stringify({
  CMDID: '4097',
  VERSION: '1.0',
  MERNO: '001440353999853',
  ORDERNO: '20171225103000000000000003',
  REQTIME: '20171225103000',
  AMT: '100',
  BUSITYPE: '001',
  ACCNAME: '张三',
  ACCNO: '6225123456781234',
  MEMO: '工资/12月',
  ACCTYPE: '0',
  MOBILE: '13800138000',
  BANKNAME: '招商银行股份有限公司',
});

const merchant = await importRsaPrivateKey(rsaKeys.merchantPrivateKey);
const platform = await importRsaPrivateKey(rsaKeys.platformPrivateKey);
const merchantPublic = await importRsaPublicKey(rsaKeys.merchantPublicKey);
const platformPublic = await importRsaPublicKey(rsaKeys.platformPublicKey);

const sign = async (text: string, key = merchant) =>
  encodeBase64(new Uint8Array(await signSha1WithRsa(encodeUtf8(text), key)));
const cipherOf = async (text: string, key = platformPublic) => await encryptRsaPkcs1(encodeUtf8(text), key);
const right = { ENCRYPT: await cipherLike(/\+/), SIGN: await sign(plain) };

/** The padding is random: until the ciphertext looks like this. */
async function cipherLike(wanted: RegExp): Promise<string> {
  for (;;) {
    const text = encodeBase64(await cipherOf(plain));
    if (wanted.test(text)) return text;
  }
}

async function signedBy(
  scheme: string,
  hash: string,
  data: Uint8Array<ArrayBuffer>,
  pem = rsaKeys.merchantPrivateKey,
) {
  const algorithm = { name: scheme, hash };
  const key = await crypto.subtle.importKey('pkcs8', pkcs8Of(pem) ?? new Uint8Array(), algorithm, false, [
    'sign',
  ]);
  return encodeBase64(new Uint8Array(await crypto.subtle.sign(algorithm, key, data)));
}

async function oaep(hash: string, piece: number): Promise<string> {
  const pem = rsaKeys.platformPublicKey.replace(/-----[^-]+-----|\s+/g, '');
  const der = Uint8Array.from(atob(pem), (unit) => unit.charCodeAt(0));
  const key = await crypto.subtle.importKey('spki', der, { name: 'RSA-OAEP', hash }, false, ['encrypt']);
  const bytes = encodeUtf8(plain);
  const blocks: number[] = [];
  for (let at = 0; at < bytes.length; at += piece) {
    const block = await crypto.subtle.encrypt({ name: 'RSA-OAEP' }, key, bytes.slice(at, at + piece));
    blocks.push(...new Uint8Array(block));
  }
  return encodeBase64(Uint8Array.from(blocks));
}

async function mistakesIn(parts: Partial<typeof right>, options: DiagnoseOptions = rsaKeys) {
  const { verdict, findings } = await diagnose(JSON.stringify({ ...right, ...parts }), {
    now: () => 0,
    ...options,
  });
  return { verdict, mistakes: findings.map(({ mistakes }) => mistakes.map(({ id }) => id)), findings };
}

const explainedBy = (...mistakes: readonly string[]) => ({ verdict: 'explained', mistakes: [mistakes] });

describe('a payout', () => {
  it('that is right', async () => {
    expect(await mistakesIn({})).toEqual({ verdict: 'match', mistakes: [], findings: [] });
  });

  it.each<[string, () => Promise<string> | string]>([
    ['payout.other_hash', () => signedBy('RSASSA-PKCS1-v1_5', 'SHA-256', encodeUtf8(plain))],
    ['payout.other_key', () => sign(plain, platform)],
    ['payout.signed_base64', () => sign(right.ENCRYPT)],
    ['payout.signed_base64', () => sign(encodeBase64(encodeUtf8(plain)))],
    ['payout.serialised_again', () => sign(plain.replaceAll('/', '\\/'))],
    [
      'payout.serialised_again',
      () =>
        sign(
          JSON.stringify(
            Object.fromEntries(Object.entries(JSON.parse(plain) as Record<string, string>).toSorted(byName)),
          ),
        ),
    ],
    ['left_out.field', () => sign(plain.replace('"REQTIME":"20171225103000",', ''))],
    ['amounts.in_yuan', () => sign(plain.replace('"100"', '"1.00"'))],
    ['frame.line_end', () => sign(`${plain}\n`)],
    [
      'payout.hex',
      async () =>
        Array.from(atob(right.SIGN), (unit) => unit.charCodeAt(0).toString(16).padStart(2, '0')).join(''),
    ],
  ])('whose SIGN was made wrongly: %s', async (id, make) => {
    expect(await mistakesIn({ SIGN: await make() })).toMatchObject(explainedBy(id));
  });

  it('whose ciphertext was signed', async () => {
    const cipher = new Uint8Array(await cipherOf(plain));
    const SIGN = encodeBase64(new Uint8Array(await signSha1WithRsa(cipher, merchant)));
    expect(await mistakesIn({ ENCRYPT: encodeBase64(cipher), SIGN })).toMatchObject(
      explainedBy('payout.signed_ciphertext'),
    );
  });

  it('whose SIGN has two mistakes', async () => {
    const SIGN = await signedBy(
      'RSASSA-PKCS1-v1_5',
      'SHA-256',
      encodeUtf8(plain),
      rsaKeys.platformPrivateKey,
    );
    expect(await mistakesIn({ SIGN })).toMatchObject(explainedBy('payout.other_key', 'payout.other_hash'));
  });

  it('whose SIGN is of an unknown key', async () => {
    const others = { ...rsaKeys, merchantPrivateKey: '', merchantPublicKey: rsaKeys.platformPublicKey };
    expect(await mistakesIn({}, others)).toMatchObject({
      verdict: 'likely',
      mistakes: [['payout.unknown_key']],
    });
  });

  it.each<[string, () => Promise<string> | string]>([
    ['payout.encrypted_for_sender', async () => encodeBase64(await cipherOf(plain, merchantPublic))],
    ['payout.oaep', () => oaep('SHA-1', 86)],
    ['payout.oaep', () => oaep('SHA-256', 62)],
    ['payout.base64_url_safe', () => right.ENCRYPT.replaceAll('+', '-').replaceAll('/', '_')],
    ['payout.base64_twice', () => btoa(right.ENCRYPT)],
    ['payout.plus_lost', () => right.ENCRYPT.replaceAll('+', ' ')],
    ['payout.plus_lost', async () => (await cipherLike(/\+\+/)).replaceAll('+', ' ')],
    ['payout.percent_encoded', () => encodeURIComponent(right.ENCRYPT)],
    [
      'payout.base64_per_block',
      async () => {
        const cipher = await cipherOf(plain);
        const blocks = Array.from({ length: cipher.length / 128 }, (_none, at) =>
          cipher.slice(at * 128, at * 128 + 128),
        );
        return blocks.map((block) => encodeBase64(block)).join('');
      },
    ],
  ])('whose ENCRYPT was made wrongly: %s', async (id, make) => {
    expect(await mistakesIn({ ENCRYPT: await make() })).toMatchObject(explainedBy(id));
  });

  it('whose ENCRYPT and SIGN are both wrong', async () => {
    const ENCRYPT = encodeBase64(await cipherOf(plain, merchantPublic));
    expect(await mistakesIn({ ENCRYPT, SIGN: await sign(plain, platform) })).toMatchObject({
      verdict: 'explained',
      mistakes: [['payout.encrypted_for_sender'], ['payout.other_key']],
    });
  });

  it('whose ciphertext has an impossible length', async () => {
    const ENCRYPT = encodeBase64((await cipherOf(plain)).slice(0, 200));
    const { mistakes, findings } = await mistakesIn({ ENCRYPT });
    expect(mistakes).toContainEqual(['payout.block_length']);
    expect(findings[0]?.title.en).toContain('200 bytes');
  });
});

/** A merchant has neither the platform's private key nor, as a rule, anything but its own text. */
describe('a payout of which only the merchant’s side is known', () => {
  const { platformPrivateKey: _theirs, ...ours } = rsaKeys;

  it('is explained by what was signed', async () => {
    const theirText = plain.replaceAll('/', '\\/');
    const { mistakes } = await mistakesIn({ SIGN: await sign(plain) }, { ...ours, theirText });
    expect(mistakes).toEqual([['payout.serialised_again']]);
  });

  it('has nothing wrong that can be seen', async () => {
    expect(await mistakesIn({}, { ...ours, theirText: plain })).toMatchObject({
      verdict: 'not_checkable',
      mistakes: [],
    });
  });

  it.each<[string, () => Promise<string>]>([
    ['payout.other_hash', () => signedBy('RSASSA-PKCS1-v1_5', 'SHA-256', encodeUtf8('unknown'))],
    ['payout.other_key', () => sign('unknown', platform)],
  ])('shows what its SIGN says: %s', async (id, make) => {
    expect(await mistakesIn({ SIGN: await make() }, ours)).toMatchObject({
      verdict: 'likely',
      mistakes: [[id]],
    });
  });

  it('is too short for its text', async () => {
    const ENCRYPT = encodeBase64((await cipherOf(plain)).slice(0, 128));
    const { mistakes } = await mistakesIn({ ENCRYPT }, { ...ours, theirText: plain });
    expect(mistakes).toContainEqual(['payout.too_few_blocks']);
  });
});

describe('the plain text of a payout', () => {
  it('is checked against the signature that is given with it', async () => {
    const signature = await sign(plain.replaceAll('/', '\\/'));
    const { findings, verdict } = await diagnose(plain, { ...rsaKeys, signature, now: () => 0 });
    expect(verdict).toBe('explained');
    expect(findings[0]).toMatchObject({
      mistakes: [{ id: 'payout.serialised_again' }],
      correctedText: plain,
    });
  });

  it('is compared with the text that was signed', async () => {
    const other = `{"another":"text"}`;
    const { findings, difference } = await diagnose(JSON.stringify({ ...right, SIGN: await sign(other) }), {
      ...rsaKeys,
      theirText: other,
      now: () => 0,
    });
    expect(findings[0]).toMatchObject({
      mistakes: [{ id: 'payout.other_text' }],
      certainty: 'reproduced',
      signedText: other,
    });
    expect(difference?.parts.length).toBeGreaterThan(1);
  });
});

describe('what the platform cannot read', () => {
  const long = plain.replace('工资', `x${'代付工资'.repeat(40)}`);
  const bytes = encodeUtf8(long);
  let broken = '';
  for (let at = 0; at < bytes.length; at += 117) {
    broken += new TextDecoder().decode(bytes.subarray(at, at + 117));
  }
  const sealed = async (text: string) => encodeBase64(await cipherOf(text));
  const problemsOf = async (parts: Partial<typeof right>, options: DiagnoseOptions = rsaKeys) =>
    (await diagnose(JSON.stringify({ ...right, ...parts }), options)).explanation.problems.map(
      ({ code }) => code,
    );

  it('is said of a text that was cut and then signed, though its signature is right', async () => {
    const parts = { ENCRYPT: await sealed(broken), SIGN: await sign(broken) };
    const { verdict, findings } = await mistakesIn(parts);
    expect(verdict).toBe('match');
    expect(findings).toMatchObject([
      { mistakes: [{ id: 'payout.utf8_by_block' }], certainty: 'likely', fix: { zh: expect.any(String) } },
    ]);
    expect(await problemsOf(parts)).toEqual(['replacement_character']);
  });

  it('is said of a text that was signed and then cut', async () => {
    const parts = { ENCRYPT: await sealed(broken), SIGN: await sign(long) };
    expect(await mistakesIn(parts)).toMatchObject({
      verdict: 'likely',
      mistakes: [['payout.utf8_by_block'], ['payout.other_text']],
    });
    const shown = await mistakesIn(parts, { ...rsaKeys, theirText: long });
    expect(shown.verdict).toBe('explained');
    expect(shown.findings[0]).toMatchObject({
      mistakes: [{ id: 'payout.utf8_by_block' }],
      certainty: 'reproduced',
    });
  });

  it('is said of the plain text alone', async () => {
    const { verdict, findings } = await diagnose(broken, { ...rsaKeys, signature: await sign(broken) });
    expect([verdict, findings[0]?.mistakes[0]?.id]).toEqual(['match', 'payout.utf8_by_block']);
  });

  it('is said of GBK', async () => {
    const gbk = encodeGbk(plain) ?? new Uint8Array();
    const ENCRYPT = encodeBase64(await encryptRsaPkcs1(gbk, platformPublic));
    const SIGN = encodeBase64(await signSha1WithRsa(gbk, merchant));
    expect((await mistakesIn({ ENCRYPT, SIGN })).verdict).toBe('match');
    expect(await problemsOf({ ENCRYPT, SIGN })).toEqual(['plaintext_not_utf8']);
    expect((await mistakesIn({ ENCRYPT })).mistakes).toEqual([['payout.plaintext_not_utf8']]);
  });

  it('may be base64 with line breaks', async () => {
    const wrapped = (text: string) => text.replaceAll(/.{76}/g, '$&\r\n');
    const parts = { ENCRYPT: wrapped(right.ENCRYPT) };
    expect((await mistakesIn(parts)).verdict).toBe('match');
    expect(await problemsOf(parts)).toEqual(['base64_line_breaks']);
    expect(await problemsOf({ SIGN: wrapped(right.SIGN) })).toEqual(['base64_line_breaks']);
    const ours = { merchantPublicKey: rsaKeys.merchantPublicKey };
    expect(await problemsOf(parts, ours)).toEqual(['base64_line_breaks']);
  });
});

describe('a payout reply', () => {
  it('that was decoded block by block', async () => {
    // 117 bytes end within a character.
    const text = JSON.stringify({ MERNO: '1', ORDERNO: '2', PAYSTATE: '1', DESC: '付款成功'.repeat(20) });
    const cipher = await encryptRsaPkcs1(encodeUtf8(text), merchantPublic);
    const bytes = encodeUtf8(text);
    let theirText = '';
    for (let at = 0; at < bytes.length; at += 117)
      theirText += new TextDecoder().decode(bytes.subarray(at, at + 117));
    const SIGN = await sign(text.replace('成功', '失败'), platform);
    const message = JSON.stringify({ RETCODE: '0000', RETMSG: '成功', ENCRYPT: encodeBase64(cipher), SIGN });
    const { findings } = await diagnose(message, { ...rsaKeys, theirText, now: () => 0 });
    expect(findings.map(({ mistakes, certainty }) => [mistakes[0]?.id, certainty])).toContainEqual([
      'payout.utf8_by_block',
      'reproduced',
    ]);
  });

  it('is compared with what a log has of the text', async () => {
    const theirText = `signing: [${JSON.stringify(plain)}]`;
    const { difference } = await diagnose(JSON.stringify(right), { ...rsaKeys, theirText });
    expect(difference?.remarks).toEqual([]);
  });

  it('holds no key that its plain text holds', async () => {
    const key = 'ea21842eea24e448b991b1cb0a0294cf';
    const text = plain.replace('工资', key);
    const parts = {
      ENCRYPT: encodeBase64(await cipherOf(text)),
      SIGN: await sign(text.replaceAll('/', '\\/')),
    };
    const message = JSON.stringify({ ...right, ...parts });
    const diagnosis = await diagnose(message, { ...rsaKeys, key, theirText: text, now: () => 0 });
    expect(diagnosis.findings[0]?.mistakes[0]?.id).toBe('payout.serialised_again');
    expect(diagnosis.explanation.problems).toMatchObject([{ code: 'key_in_message' }]);
    expect(JSON.stringify(diagnosis)).not.toContain(key);
  });

  it('holds no key in its diagnosis', async () => {
    const shown = JSON.stringify((await mistakesIn({ SIGN: await sign('x', platform) })).findings);
    for (const pem of Object.values(rsaKeys)) expect(shown).not.toContain(pem.slice(40, 90));
  });
});
