import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decryptRsaPkcs1 } from './decrypt-rsa-pkcs1.ts';
import { encryptRsaPkcs1 } from './encrypt-rsa-pkcs1.ts';
import { importRsaPrivateKey } from './import-rsa-private-key.ts';
import { importRsaPublicKey } from './import-rsa-public-key.ts';
import { merchantNumbers } from './internal/fixtures/build-private-key.ts';
import { utf8 } from './internal/fixtures/bytes.ts';
import { merchantPrivatePem, merchantPublicPem } from './internal/fixtures/merchant-keys.ts';
import { oddLengthKeys } from './internal/fixtures/odd-length-keys.ts';
import { rsa1024Exponent3, rsa2048, rsa4096 } from './internal/fixtures/openssl-keys.ts';
import { withRandomSource } from './internal/fixtures/random-source.ts';
import { refusal } from './internal/fixtures/refusal.ts';
import { bytesToInteger, integerToBytes } from './internal/integer.ts';
import { publicModularPower } from './internal/modular-power.ts';

/** The padded block inside a cipher block, by plain exponentiation with the private exponent. */
function open(block: Uint8Array): Uint8Array {
  const { modulus, privateExponent } = merchantNumbers;
  return integerToBytes(publicModularPower(bytesToInteger(block), privateExponent, modulus), 128);
}

describe('encryptRsaPkcs1', () => {
  it.each([
    [0, 1],
    [1, 1],
    [117, 1],
    [118, 2],
    [234, 2],
    [235, 3],
  ])('makes of %i bytes %i blocks', async (length, blocks) => {
    const publicKey = await importRsaPublicKey(merchantPublicPem);
    const privateKey = await importRsaPrivateKey(merchantPrivatePem);
    const plaintext = Uint8Array.from({ length }, (_, i) => i);
    const ciphertext = await encryptRsaPkcs1(plaintext, publicKey);
    expect(ciphertext.length).toBe(blocks * 128);
    expect(await decryptRsaPkcs1(ciphertext, privateKey)).toEqual(plaintext);
  });

  it('encodes as RFC 8017, 7.2.1, says', async () => {
    const publicKey = await importRsaPublicKey(merchantPublicPem);
    const message = utf8('消息');
    for (let i = 0; i < 20; i++) {
      const block = open(await encryptRsaPkcs1(message, publicKey));
      expect([...block.subarray(0, 2)]).toEqual([0, 2]);
      const separator = block.indexOf(0, 2);
      expect(separator).toBe(128 - message.length - 1);
      expect(block.subarray(separator + 1)).toEqual(message);
    }
  });

  it('leaves eight bytes of padding in a full block', async () => {
    const publicKey = await importRsaPublicKey(merchantPublicPem);
    const block = open(await encryptRsaPkcs1(new Uint8Array(117).fill(0xff), publicKey));
    expect(block.indexOf(0, 2)).toBe(10);
  });

  it('pads differently every time', async () => {
    const publicKey = await importRsaPublicKey(merchantPublicPem);
    const twice = await encryptRsaPkcs1(new Uint8Array(234), publicKey);
    const again = await encryptRsaPkcs1(new Uint8Array(234), publicKey);
    const blocks = [twice.subarray(0, 128), twice.subarray(128), again.subarray(0, 128), again.subarray(128)];
    expect(new Set(blocks.map((block) => block.join())).size).toBe(4);
  });

  it('draws again where the random source gave zero, and changes nothing else', async () => {
    const publicKey = await importRsaPublicKey(merchantPublicPem);
    let calls = 0;
    const halfZeros = (bytes: Uint8Array) => {
      const value = ++calls;
      for (let i = 0; i < bytes.length; i++) bytes[i] = i % 2 === 0 ? 0 : value;
    };
    const ciphertext = await withRandomSource(halfZeros, () =>
      encryptRsaPkcs1(new Uint8Array(117), publicKey),
    );
    const padding = open(ciphertext).subarray(2, 10);
    expect([...padding]).toEqual([2, 1, 2, 1, 2, 1, 2, 1]);
  });

  it('survives any bytes', async () => {
    const publicKey = await importRsaPublicKey(merchantPublicPem);
    const privateKey = await importRsaPrivateKey(merchantPrivatePem);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (plaintext) => {
        const ciphertext = await encryptRsaPkcs1(plaintext, publicKey);
        expect(await decryptRsaPkcs1(ciphertext, privateKey)).toEqual(plaintext);
      }),
      { numRuns: 40 },
    );
  });

  it.each([rsa2048, rsa4096, rsa1024Exponent3, ...oddLengthKeys])(
    'fills blocks of $bits bits',
    async (pair) => {
      const [key, opposite] = [
        await importRsaPublicKey(pair.publicPem),
        await importRsaPrivateKey(pair.privatePem),
      ];
      const size = Math.ceil(pair.bits / 8);
      const plaintext = Uint8Array.from({ length: size - 10 }, (_, i) => 255 - i);
      const ciphertext = await encryptRsaPkcs1(plaintext, key);
      expect(ciphertext.length).toBe(2 * size);
      expect(await decryptRsaPkcs1(ciphertext, opposite)).toEqual(plaintext);
    },
  );

  it('takes the plaintext as it was when called', async () => {
    const publicKey = await importRsaPublicKey(merchantPublicPem);
    const privateKey = await importRsaPrivateKey(merchantPrivatePem);
    const plaintext = utf8('before');
    const pending = encryptRsaPkcs1(plaintext, publicKey);
    plaintext.fill(0);
    expect(await decryptRsaPkcs1(await pending, privateKey)).toEqual(utf8('before'));
  });

  it('refuses what is no plaintext and what is no public key', async () => {
    const publicKey = await importRsaPublicKey(merchantPublicPem);
    const privateKey = await importRsaPrivateKey(merchantPrivatePem);
    // @ts-expect-error -- the type forbids it
    expect(await refusal(() => encryptRsaPkcs1('text', publicKey))).toBe('invalid_argument');
    // @ts-expect-error -- the type forbids it
    expect(await refusal(() => encryptRsaPkcs1(utf8('text'), privateKey))).toBe('invalid_argument');
    // @ts-expect-error -- the type forbids it
    expect(await refusal(() => encryptRsaPkcs1(utf8('text'), merchantPublicPem))).toBe('invalid_argument');
    // @ts-expect-error -- the type forbids it
    expect(await refusal(() => encryptRsaPkcs1(utf8('text')))).toBe('invalid_argument');
  });
});
