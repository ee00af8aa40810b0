import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  decryptRsaPkcs1,
  hmacSha256Hex,
  importRsaPrivateKey,
  importRsaPublicKey,
  md5Hex,
  signSha1WithRsa,
  verifySha1WithRsa,
} from '@yinjian/crypto-webcrypto';
import {
  CodecError,
  canonicalizeJson,
  canonicalizeQuery,
  decodeBase64,
  decodeFlatXml,
  decodeUtf8,
  encodeBase64,
  encodeUtf8,
} from '@yinjian/protocol-codec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import payout from '../vectors/mmsp-payout.json' with { type: 'json' };
import mmsp from '../vectors/mmsp-signature.json' with { type: 'json' };
import wechat from '../vectors/wechat-signature.json' with { type: 'json' };
import { OracleRefusal, PhpOracle } from './support/php-oracle.ts';
import { testKey, vectors } from './support/vector-files.ts';

const oracle = new PhpOracle();
afterAll(() => oracle.stop());

describe('vector files', () => {
  const remade = mkdtempSync(join(tmpdir(), 'yinjian-vectors-'));
  beforeAll(() => {
    execFileSync('php', [fileURLToPath(new URL('php/make-vectors.php', import.meta.url)), remade]);
  });
  afterAll(() => rmSync(remade, { recursive: true }));

  it.each(readdirSync(vectors).filter((name) => name.endsWith('.json')))('%s is what PHP writes', (name) => {
    expect(readFileSync(join(remade, name), 'utf8')).toBe(readFileSync(join(vectors, name), 'utf8'));
  });
});

describe('MMSP signature vectors', () => {
  it.each(mmsp.vectors)('$name: canonical form', ({ body, canonical }) => {
    expect(canonicalizeJson(body)).toBe(canonical);
  });

  it.each(mmsp.vectors.filter(({ byteExact }) => byteExact))('$name: signature', (vector) => {
    expect(md5Hex(`${canonicalizeJson(vector.body)}&key=${vector.key}`)).toBe(vector.sign);
  });

  it.each(mmsp.refused)('$name: refused by both', async ({ body }) => {
    expect(() => canonicalizeJson(body)).toThrow(CodecError);
    await expect(oracle.canonicalizeMmsp(body)).rejects.toThrow(OracleRefusal);
  });
});

describe('WeChat Pay v2 vectors', () => {
  it.each(wechat.vectors)('$name', ({ fields, key, canonical, md5, hmacSha256 }) => {
    const sent = new Map(Object.entries(fields));
    expect(canonicalizeQuery(sent)).toBe(canonical);
    expect(md5Hex(`${canonical}&key=${key}`)).toBe(md5);
    expect(hmacSha256Hex(`${canonical}&key=${key}`, key)).toBe(hmacSha256);
  });

  it.each(wechat.refusedXml)('$name: refused by both', async ({ xml }) => {
    expect(() => decodeFlatXml(xml)).toThrow(CodecError);
    await expect(oracle.readXmlWithDom(xml)).rejects.toThrow(OracleRefusal);
    await expect(oracle.readXmlWithSimpleXml(xml)).rejects.toThrow(OracleRefusal);
  });
});

describe('MMSP payout vectors', async () => {
  const privateKey = await importRsaPrivateKey(testKey('merchant-private.pem'));
  const publicKey = await importRsaPublicKey(testKey('merchant-public.pem'));

  it.each(payout.vectors)('$name', async ({ plain, encrypt, sign }) => {
    const bytes = encodeUtf8(plain);
    expect(decodeUtf8(await decryptRsaPkcs1(decodeBase64(encrypt), privateKey))).toBe(plain);
    expect(encodeBase64(await signSha1WithRsa(bytes, privateKey))).toBe(sign);
    expect(await verifySha1WithRsa(bytes, decodeBase64(sign), publicKey)).toBe(true);
  });
});
