import { describe, expect, it } from 'vitest';
import { importRsaPublicKey } from './import-rsa-public-key.ts';
import { publicKeyOf, sequenceOf } from './internal/fixtures/build-private-key.ts';
import { fromBase64, pemBody, toBase64, utf8 } from './internal/fixtures/bytes.ts';
import {
  merchantCertificatePem,
  merchantCertificateV1Pem,
  merchantPrivatePem,
  merchantPrivatePkcs1Pem,
  merchantPublicPem,
  merchantPublicPkcs1Pem,
  platformPublicPem,
} from './internal/fixtures/merchant-keys.ts';
import { oddLengthKeys } from './internal/fixtures/odd-length-keys.ts';
import { rsa1024Exponent3, rsa2048, rsa4096 } from './internal/fixtures/openssl-keys.ts';
import { refusal } from './internal/fixtures/refusal.ts';
import * as refused from './internal/fixtures/refused-keys.ts';
import { merchantSignature, signedMessage } from './internal/fixtures/signatures.ts';
import { publicKeyParts } from './internal/rsa-public-key.ts';
import { verifySha1WithRsa } from './verify-sha1-with-rsa.ts';

function code(text: string) {
  return refusal(() => importRsaPublicKey(text));
}

describe('importRsaPublicKey', () => {
  it.each([
    ['SPKI', merchantPublicPem],
    ['PKCS#1', merchantPublicPkcs1Pem],
    ['a certificate of version 3', merchantCertificatePem],
    ['a certificate of version 1', merchantCertificateV1Pem],
  ])('reads %s, however it was carried', async (_, pem) => {
    const body = pemBody(pem);
    for (const text of [
      pem,
      pem.replaceAll('\n', '\r\n'),
      pem.replaceAll('\n', String.raw`\n`),
      pem.replaceAll('\n', ' '),
      `subject=CN = 平台\n${pem}\n`,
      body,
      body.replaceAll(/.{64}/g, '$&\n'),
    ]) {
      const key = await importRsaPublicKey(text);
      expect(key.modulusLength).toBe(1024);
      expect(await verifySha1WithRsa(utf8(signedMessage), fromBase64(merchantSignature), key)).toBe(true);
    }
  });

  const keys: ReadonlyArray<readonly [string, string, number]> = [
    ['the test platform', platformPublicPem, 1024],
    ['2048 bits', rsa2048.publicPem, 2048],
    ['4096 bits', rsa4096.publicPem, 4096],
    ['exponent 3', rsa1024Exponent3.publicPem, 1024],
    ...oddLengthKeys.map((key) => [`${key.bits} bits`, key.publicPem, key.bits] as const),
  ];
  it.each(keys)('reads a key of %s', async (_, pem, bits) => {
    expect((await importRsaPublicKey(pem)).modulusLength).toBe(bits);
  });

  it('reads SPKI that leaves the NULL out', async () => {
    const der = fromBase64(pemBody(merchantPublicPem));
    // SEQUENCE (3) { SEQUENCE (2) { OID (11), NULL (2) }, BIT STRING }
    const header = [0x30, 0x81, (der[2] ?? 0) - 2, 0x30, 0x0b];
    const withoutNull = Uint8Array.from([...header, ...der.subarray(5, 16), ...der.subarray(18)]);
    expect((await importRsaPublicKey(toBase64(withoutNull))).modulusLength).toBe(1024);
    const strange = der.slice();
    strange[16] = 0x04;
    expect(await code(toBase64(strange))).toBe('damaged_key');
  });

  it.each([
    ['nothing', '', 'not_a_key'],
    ['a symmetric key', 'ea21842eea24e448b991b1cb0a0294cf', 'not_a_key'],
    ['two blocks', merchantPublicPem + platformPublicPem, 'several_pem_blocks'],
    ['a chain of certificates', merchantCertificatePem + merchantCertificateV1Pem, 'several_pem_blocks'],
    ['a PKCS#8 private key', merchantPrivatePem, 'private_key_instead_of_public_key'],
    ['a bare PKCS#8 private key', pemBody(merchantPrivatePem), 'private_key_instead_of_public_key'],
    ['a PKCS#1 private key', merchantPrivatePkcs1Pem, 'private_key_instead_of_public_key'],
    ['a bare PKCS#1 private key', pemBody(merchantPrivatePkcs1Pem), 'private_key_instead_of_public_key'],
    ['PKCS#8 with a passphrase', refused.encryptedPkcs8Pem, 'private_key_instead_of_public_key'],
    ['PKCS#1 with a passphrase', refused.encryptedPkcs1Pem, 'private_key_instead_of_public_key'],
    ['an EC private key', refused.ecPrivateSec1Pem, 'private_key_instead_of_public_key'],
    ['an EC public key', refused.ecPublicPem, 'not_rsa'],
    ['an EC certificate', refused.ecCertificatePem, 'not_rsa'],
    ['an Ed25519 public key', refused.ed25519PublicPem, 'not_rsa'],
    ['1023 bits', refused.rsa1023PublicPem, 'modulus_too_small'],
    ['a certificate request', refused.certificateRequestPem, 'unsupported_key_format'],
    ['a PKCS#1 label on SPKI', merchantPublicPem.replaceAll('PUBLIC', 'RSA PUBLIC'), 'pem_label_mismatch'],
    [
      'a certificate label on SPKI',
      merchantPublicPem.replaceAll('PUBLIC KEY', 'CERTIFICATE'),
      'pem_label_mismatch',
    ],
    ['three numbers', sequenceOf([1n, 2n, 3n]), 'unsupported_key_format'],
  ])('refuses %s', async (_, text, expected) => {
    expect(await code(text)).toBe(expected);
  });

  it('refuses a key from which any one character or any four were lost', async () => {
    const body = pemBody(merchantPublicPem);
    for (let i = 3; i < body.length; i++) {
      for (const lost of [1, 4]) {
        const damaged = body.slice(0, i) + body.slice(i + lost);
        expect(await code(damaged)).toBe('damaged_key');
      }
    }
  });

  it.each([
    ['even', 65_536n],
    ['1', 1n],
    ['0', 0n],
    ['over 256 bits', (1n << 256n) + 1n],
  ])('refuses a public exponent that is %s', async (_, publicExponent) => {
    const { modulus } = publicKeyParts(await importRsaPublicKey(merchantPublicPem)).numbers;
    expect(await code(publicKeyOf(modulus, publicExponent))).toBe('invalid_public_exponent');
    expect((await importRsaPublicKey(publicKeyOf(modulus, 3n))).modulusLength).toBe(1024);
  });

  it('refuses a modulus that is even, small-factored, 0, or over 16384 bits', async () => {
    const { modulus } = publicKeyParts(await importRsaPublicKey(merchantPublicPem)).numbers;
    expect(await code(publicKeyOf(modulus + 1n, 65_537n))).toBe('damaged_key');
    expect(await code(publicKeyOf(modulus * 3n, 65_537n))).toBe('damaged_key');
    expect(await code(publicKeyOf(0n, 65_537n))).toBe('modulus_too_small');
    expect(await code(publicKeyOf((1n << 16_384n) + 1n, 65_537n))).toBe('modulus_too_large');
    expect(await code(publicKeyOf((1n << 300_000n) + 1n, 65_537n))).toBe('modulus_too_large');
  });

  it('refuses a BIT STRING with unused bits', async () => {
    const der = fromBase64(pemBody(merchantPublicPem));
    const at = der.indexOf(0x03, 18);
    expect(der[at + 3]).toBe(0);
    der[at + 3] = 1;
    expect(await code(toBase64(der))).toBe('damaged_key');
  });
});
