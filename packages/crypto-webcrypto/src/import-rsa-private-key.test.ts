import { describe, expect, it } from 'vitest';
import { decryptRsaPkcs1 } from './decrypt-rsa-pkcs1.ts';
import { importRsaPrivateKey } from './import-rsa-private-key.ts';
import { merchantNumbers, privateKeyWith, sequenceOf } from './internal/fixtures/build-private-key.ts';
import { fromBase64, pemBody, toBase64 } from './internal/fixtures/bytes.ts';
import { cipherOfNothing } from './internal/fixtures/cipher-blocks.ts';
import {
  merchantCertificatePem,
  merchantPrivatePem,
  merchantPrivatePkcs1Pem,
  merchantPublicPem,
  merchantPublicPkcs1Pem,
} from './internal/fixtures/merchant-keys.ts';
import { oddLengthKeys } from './internal/fixtures/odd-length-keys.ts';
import { rsa1024Exponent3, rsa2048, rsa4096 } from './internal/fixtures/openssl-keys.ts';
import { refusal, refusalError } from './internal/fixtures/refusal.ts';
import * as refused from './internal/fixtures/refused-keys.ts';
import type { RsaPrivateNumbers } from './internal/rsa-numbers.ts';

async function isMerchantKey(text: string): Promise<boolean> {
  const key = await importRsaPrivateKey(text);
  const nothing = await decryptRsaPkcs1(fromBase64(cipherOfNothing), key);
  return key.modulusLength === 1024 && nothing.length === 0;
}

function code(text: string) {
  return refusal(() => importRsaPrivateKey(text));
}

describe('importRsaPrivateKey', () => {
  it.each([
    ['PKCS#8', merchantPrivatePem],
    ['PKCS#1', merchantPrivatePkcs1Pem],
  ])('reads %s, however it was carried', async (_, pem) => {
    const body = pemBody(pem);
    const [begin = '', end = ''] = pem.match(/-----[^-]*-----/g) ?? [];
    for (const text of [
      pem,
      pem.trim(),
      pem.replaceAll('\n', '\r\n'),
      pem.replaceAll('\n', '\r'),
      pem.replaceAll('\n', String.raw`\n`),
      pem.replaceAll('\n', String.raw`\r\n`),
      pem.replaceAll('\n', ' '),
      pem.replaceAll('\n', '\n   '),
      `\ufeffBag Attributes: <none>\nKey: 商户\n${pem}that was all\n`,
      `"${pem}"`,
      `${begin}${body}${end}`,
      body,
      `\n\t${body}\r\n`,
      body.replaceAll(/.{76}/g, '$&\r\n'),
      body.replaceAll(/.{64}/g, String.raw`$&\n`),
    ]) {
      expect(await isMerchantKey(text)).toBe(true);
    }
  });

  it.each([
    ['2048 bits', rsa2048.privatePem, 2048],
    ['4096 bits', rsa4096.privatePem, 4096],
    ['exponent 3', rsa1024Exponent3.privatePem, 1024],
  ])('reads a key of %s', async (_, pem, bits) => {
    expect((await importRsaPrivateKey(pem)).modulusLength).toBe(bits);
  });

  it.each(oddLengthKeys.map((key) => [key.bits, key.privatePem] as const))(
    'reads %i bits',
    async (bits, pem) => {
      expect((await importRsaPrivateKey(pem)).modulusLength).toBe(bits);
    },
  );

  it('reads a key whose first prime is the smaller one', async () => {
    const { prime1, prime2, exponent1, exponent2, privateExponent } = merchantNumbers;
    expect(prime1).toBeGreaterThan(prime2);
    const coefficient = inverse(prime1, prime2);
    const swapped = {
      prime1: prime2,
      prime2: prime1,
      exponent1: exponent2,
      exponent2: exponent1,
      coefficient,
    };
    expect(privateExponent % (prime2 - 1n)).toBe(exponent2);
    expect(await isMerchantKey(privateKeyWith(swapped))).toBe(true);
  });

  it.each([
    ['empty text', '', 'not_a_key'],
    ['white space', ' \n ', 'not_a_key'],
    ['prose', 'my private key', 'not_a_key'],
    ['a symmetric key', 'ea21842eea24e448b991b1cb0a0294cf', 'not_a_key'],
    ['base64 of something else', btoa('hello, world'), 'not_a_key'],
    ['much white space', `MA${' '.repeat(60_000)}!`, 'not_a_key'],
    ['many BEGIN lines', '-----BEGIN '.repeat(5000), 'damaged_key'],
    ['base64url', pemBody(merchantPrivatePem).replaceAll('+', '-'), 'not_a_key'],
    ['an OpenSSH public key', 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAA', 'not_a_key'],
    ['a BEGIN line alone', '-----BEGIN PRIVATE KEY-----', 'damaged_key'],
    ['an END line alone', `${pemBody(merchantPrivatePem)}\n-----END PRIVATE KEY-----`, 'damaged_key'],
    ['a broken BEGIN line', merchantPrivatePem.replace('-----BEGIN', '-----BEGN'), 'damaged_key'],
    ['an empty block', '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----', 'damaged_key'],
    ['prose in a block', '-----BEGIN PRIVATE KEY-----\n(see mail)\n-----END PRIVATE KEY-----', 'damaged_key'],
    ['lines that differ', merchantPrivatePem.replace('END PRIVATE', 'END PUBLIC'), 'damaged_key'],
    ['a truncated bare key', pemBody(merchantPrivatePem).slice(0, 600), 'damaged_key'],
    ['two blocks', merchantPrivatePem + merchantPrivatePem, 'several_pem_blocks'],
    ['key and certificate', merchantPrivatePem + merchantCertificatePem, 'several_pem_blocks'],
    ['a long text', `${merchantPrivatePem}${' '.repeat(65_536)}`, 'key_text_too_long'],
    ['an SPKI public key', merchantPublicPem, 'public_key_instead_of_private_key'],
    ['a bare SPKI public key', pemBody(merchantPublicPem), 'public_key_instead_of_private_key'],
    ['a PKCS#1 public key', merchantPublicPkcs1Pem, 'public_key_instead_of_private_key'],
    ['a bare PKCS#1 public key', pemBody(merchantPublicPkcs1Pem), 'public_key_instead_of_private_key'],
    ['an EC public key', refused.ecPublicPem, 'public_key_instead_of_private_key'],
    ['a certificate', merchantCertificatePem, 'certificate_instead_of_private_key'],
    ['a bare certificate', pemBody(merchantCertificatePem), 'certificate_instead_of_private_key'],
    ['PKCS#8 with a passphrase', refused.encryptedPkcs8Pem, 'encrypted_private_key'],
    ['bare PKCS#8 with a passphrase', pemBody(refused.encryptedPkcs8Pem), 'encrypted_private_key'],
    ['PKCS#1 with a passphrase', refused.encryptedPkcs1Pem, 'encrypted_private_key'],
    [
      'PKCS#1 with a passphrase, from an environment variable',
      refused.encryptedPkcs1Pem.replaceAll('\n', String.raw`\n`),
      'encrypted_private_key',
    ],
    ['EC in PKCS#8', refused.ecPrivatePem, 'not_rsa'],
    ['EC in SEC 1', refused.ecPrivateSec1Pem, 'not_rsa'],
    ['bare EC in SEC 1', pemBody(refused.ecPrivateSec1Pem), 'not_rsa'],
    ['Ed25519', refused.ed25519PrivatePem, 'not_rsa'],
    ['bare Ed25519', pemBody(refused.ed25519PrivatePem), 'not_rsa'],
    ['DSA', refused.dsaPrivatePem, 'not_rsa'],
    ['bare DSA', pemBody(refused.dsaPrivatePem), 'not_rsa'],
    ['RSASSA-PSS', refused.pssPrivatePem, 'not_rsa'],
    ['1023 bits', refused.rsa1023PrivatePem, 'modulus_too_small'],
    ['three primes', refused.threePrimePem, 'multi_prime_key'],
    ['a certificate request', refused.certificateRequestPem, 'unsupported_key_format'],
    ['OpenSSH', relabel(merchantPrivatePem, 'OPENSSH PRIVATE KEY'), 'unsupported_key_format'],
    ['a SEQUENCE of something else', toBase64(Uint8Array.of(0x30, 3, 1, 1, 0)), 'unsupported_key_format'],
    ['a PKCS#8 label on PKCS#1', relabel(merchantPrivatePkcs1Pem, 'PRIVATE KEY'), 'pem_label_mismatch'],
    ['a PKCS#1 label on PKCS#8', relabel(merchantPrivatePem, 'RSA PRIVATE KEY'), 'pem_label_mismatch'],
    ['a private label on a public key', relabel(merchantPublicPem, 'PRIVATE KEY'), 'pem_label_mismatch'],
  ])('refuses %s', async (_, text, expected) => {
    expect(await code(text)).toBe(expected);
  });

  it.each([undefined, null, 7, new Uint8Array(3)])('refuses %s', async (value) => {
    // @ts-expect-error -- the type forbids it
    expect(await code(value)).toBe('invalid_argument');
  });

  it('refuses a key from which any one character or any four were lost', async () => {
    const body = pemBody(merchantPrivatePem);
    const codes = new Set<string>();
    for (let i = 3; i < body.length; i++) {
      for (const lost of [1, 4]) {
        const damaged = body.slice(0, i) + body.slice(i + lost);
        codes.add(await code(`-----BEGIN PRIVATE KEY-----\n${damaged}\n-----END PRIVATE KEY-----`));
      }
    }
    expect(codes).toEqual(new Set(['damaged_key']));
  });

  it('refuses a key in which any one character was changed', async () => {
    const body = pemBody(merchantPrivatePem).replace(/=+$/, '');
    const codes = new Set<string>();
    // The last character before the padding has bits that stand for nothing.
    for (let i = 0; i < body.length - 1; i++) {
      const changed = body.slice(0, i) + (body[i] === 'Q' ? 'R' : 'Q') + body.slice(i + 1);
      codes.add(await code(`-----BEGIN PRIVATE KEY-----\n${changed}==\n-----END PRIVATE KEY-----`));
    }
    expect(codes).toContain('damaged_key');
    expect(codes).toContain('inconsistent_private_key');
  });

  const { modulus, prime1, prime2, exponent1, exponent2, coefficient, privateExponent } = merchantNumbers;
  it.each([
    ['another first prime', { prime1: prime1 + 2n }],
    ['another second prime', { prime2: prime2 - 2n }],
    ['a prime of 1', { prime1: 1n, prime2: modulus }],
    ['a prime of 0', { prime1: 0n }],
    ['swapped primes', { prime1: prime2, prime2: prime1 }],
    ['a second prime of 1', { prime1: modulus, prime2: 1n, privateExponent: inverse(65_537n, modulus - 1n) }],
    ['a private exponent right for the second prime only', exponentOffBy(prime2 - 1n)],
    ['a private exponent right for the first prime only', exponentOffBy(prime1 - 1n)],
    ['another first exponent', { exponent1: exponent1 + 1n }],
    ['a first exponent that is not reduced', { exponent1: exponent1 + prime1 - 1n }],
    ['another second exponent', { exponent2: exponent2 ^ 2n }],
    ['another coefficient', { coefficient: coefficient - 1n }],
    ['a coefficient that is not reduced', { coefficient: coefficient + prime1 }],
    ['a coefficient of 0', { coefficient: 0n }],
    ['another private exponent', { privateExponent: privateExponent + 2n }],
    [
      'a private exponent above the modulus',
      { privateExponent: privateExponent + (prime1 - 1n) * (prime2 - 1n) },
    ],
    ['another public exponent', { publicExponent: 257n }],
  ])('refuses %s', async (_, changes) => {
    expect(await code(privateKeyWith(changes))).toBe('inconsistent_private_key');
  });

  it.each([
    ['even', 65_536n],
    ['1', 1n],
    ['0', 0n],
    ['2', 2n],
    ['over 256 bits', (1n << 256n) + 1n],
  ])('refuses a public exponent that is %s', async (_, publicExponent) => {
    expect(await code(privateKeyWith({ publicExponent }))).toBe('invalid_public_exponent');
  });

  it('refuses a modulus of more than 16384 bits before computing with it', async () => {
    expect(await code(privateKeyWith({ modulus: (1n << 16_384n) + 1n }))).toBe('modulus_too_large');
    expect(await code(privateKeyWith({ modulus: (1n << 100_000n) + 1n }))).toBe('modulus_too_large');
  });

  it('refuses an even modulus and one with a small factor', async () => {
    expect(await code(privateKeyWith({ modulus: modulus - 1n }))).toBe('damaged_key');
    expect(await code(privateKeyWith({ modulus: modulus * 751n }))).toBe('damaged_key');
  });

  it.each([
    ['a negative INTEGER', nineIntegersWith(2, 1, 0x80)],
    ['an empty INTEGER', nineIntegersWith(2, 0)],
    ['a padded INTEGER', nineIntegersWith(2, 2, 0, 1)],
    ['an INTEGER whose length takes a byte too many', nineIntegersWith(2, 0x81, 1, 5)],
    ['an INTEGER whose length takes two bytes too many', nineIntegersWith(2, 0x82, 0, 1, 5)],
    ['an indefinite length', Uint8Array.of(0x30, 0x80, 2, 1, 0, 0, 0)],
    ['a length in too many bytes', Uint8Array.of(0x30, 0x81, 3, 2, 1, 0)],
    ['a length of two bytes that fits one', Uint8Array.of(0x30, 0x82, 0, 3, 2, 1, 0)],
    ['a length of four bytes', Uint8Array.of(0x30, 0x84, 0, 0, 0, 3, 2, 1, 0)],
    ['a length that is cut off', Uint8Array.of(0x30, 0x82, 1)],
    ['a length beyond the end', Uint8Array.of(0x30, 4, 2, 1, 0)],
    ['data after the key', Uint8Array.of(0x30, 3, 2, 1, 0, 0)],
    ['a whole element after the key', Uint8Array.of(...fromBase64(pemBody(merchantPrivatePkcs1Pem)), 5, 0)],
  ])('refuses %s', async (_, der) => {
    const text = `-----BEGIN RSA PRIVATE KEY-----\n${toBase64(der)}\n-----END RSA PRIVATE KEY-----`;
    expect(await code(text)).toBe('damaged_key');
  });

  it('refuses other versions of RSAPrivateKey', async () => {
    const numbers = [modulus, 65_537n, privateExponent, prime1, prime2, exponent1, exponent2, coefficient];
    expect(await code(sequenceOf([1n, ...numbers]))).toBe('multi_prime_key');
    expect(await code(sequenceOf([2n, ...numbers]))).toBe('damaged_key');
  });

  it('has errors that carry nothing of the key', async () => {
    for (const text of [
      `${merchantPrivatePem} ${merchantPrivatePem}`,
      pemBody(merchantPrivatePem).slice(0, 600),
      privateKeyWith({ coefficient: 1n }),
      refused.encryptedPkcs1Pem,
      relabel(merchantPrivatePem, 'RSA PRIVATE KEY'),
    ]) {
      const error = await refusalError(() => importRsaPrivateKey(text));
      expect('cause' in error).toBe(false);
      expect(error.message).not.toMatch(/[A-Za-z0-9+/]{24}|\d{6}/);
      expect(Object.keys(error).toSorted()).toEqual(['code', 'name']);
    }
  });
});

function relabel(pem: string, label: string): string {
  return `-----BEGIN ${label}-----\n${pemBody(pem)}\n-----END ${label}-----\n`;
}

/** Another private exponent, with the exponents for the primes that follow from it. */
function exponentOffBy(amount: bigint): Partial<RsaPrivateNumbers> {
  const { prime1, prime2 } = merchantNumbers;
  const privateExponent = merchantNumbers.privateExponent + amount;
  return {
    privateExponent,
    exponent1: privateExponent % (prime1 - 1n),
    exponent2: privateExponent % (prime2 - 1n),
  };
}

function nineIntegersWith(...second: readonly number[]): Uint8Array {
  const content = [2, 1, 0, ...second, ...Array.from({ length: 7 }, () => [2, 1, 3]).flat()];
  return Uint8Array.of(0x30, content.length, ...content);
}

/** Euclid's algorithm, apart from the one under test. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [modulus, value % modulus, 0n, 1n];
  while (b !== 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return ((x % modulus) + modulus) % modulus;
}
