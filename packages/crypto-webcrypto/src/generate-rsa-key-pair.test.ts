import { describe, expect, it } from 'vitest';
import { generateRsaKeyPair } from './generate-rsa-key-pair.ts';
import { importRsaPrivateKey } from './import-rsa-private-key.ts';
import { importRsaPublicKey } from './import-rsa-public-key.ts';
import { utf8 } from './internal/fixtures/bytes.ts';
import { refusal } from './internal/fixtures/refusal.ts';
import { signSha1WithRsa } from './sign-sha1-with-rsa.ts';
import { verifySha1WithRsa } from './verify-sha1-with-rsa.ts';

describe('generateRsaKeyPair', () => {
  it.each([[1024], [2048], [undefined]])('makes a pair of %s bits that fit each other', async (bits) => {
    const { privateKeyPem, publicKeyPem } = await generateRsaKeyPair(bits);
    expect(privateKeyPem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    expect(publicKeyPem).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
    const [privateKey, publicKey] = [
      await importRsaPrivateKey(privateKeyPem),
      await importRsaPublicKey(publicKeyPem),
    ];
    expect([privateKey.modulusLength, publicKey.modulusLength]).toEqual([bits ?? 2048, bits ?? 2048]);
    const data = utf8('data');
    expect(await verifySha1WithRsa(data, await signSha1WithRsa(data, privateKey), publicKey)).toBe(true);
  });

  it.each([0, 512, 1023, 1025, 16_392, Number.NaN, '2048'])('refuses %s bits', async (bits) => {
    // @ts-expect-error -- the type forbids some of these
    expect(await refusal(() => generateRsaKeyPair(bits))).toBe('invalid_argument');
  });
});
