import { describe, expect, it } from 'vitest';
import { decryptRsaPkcs1 } from './decrypt-rsa-pkcs1.ts';
import { importRsaPrivateKey } from './import-rsa-private-key.ts';
import { importRsaPublicKey } from './import-rsa-public-key.ts';
import { merchantNumbers } from './internal/fixtures/build-private-key.ts';
import { fromBase64, fromUtf8, utf8 } from './internal/fixtures/bytes.ts';
import {
  badlyPadded,
  cipherBlocksOf50,
  cipherBlocksOf64,
  cipherBlocksOf117,
  cipherOfNothing,
  longMessage,
  notBelowModulus,
  shortestPadding,
  zerosInMessage,
} from './internal/fixtures/cipher-blocks.ts';
import { describeBothWays } from './internal/fixtures/implementations.ts';
import { merchantPrivatePem, merchantPublicPem } from './internal/fixtures/merchant-keys.ts';
import { oddLengthKeys } from './internal/fixtures/odd-length-keys.ts';
import { opensslMessage, rsa1024Exponent3, rsa2048, rsa4096 } from './internal/fixtures/openssl-keys.ts';
import { refusal, refusalError } from './internal/fixtures/refusal.ts';
import { bytesToInteger, integerToBytes } from './internal/integer.ts';
import { portablePrivateOperation } from './internal/portable-private-operation.ts';
import { readRsaPrivateKey } from './internal/read-rsa-private-key.ts';
import { createRsaPrivateKey } from './internal/rsa-private-key.ts';

const good = fromBase64(cipherBlocksOf64);
const goodBlocks = good.length / 128;

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describeBothWays('decryptRsaPkcs1', () => {
  it.each([
    ['64 bytes', cipherBlocksOf64],
    ['117 bytes', cipherBlocksOf117],
    ['50 bytes', cipherBlocksOf50],
  ])('joins what OpenSSL encrypted in pieces of %s', async (_, ciphertext) => {
    const key = await importRsaPrivateKey(merchantPrivatePem);
    expect(fromUtf8(await decryptRsaPkcs1(fromBase64(ciphertext), key))).toBe(longMessage);
  });

  it('takes pieces of any length, empty ones too', async () => {
    const key = await importRsaPrivateKey(merchantPrivatePem);
    const nothing = fromBase64(cipherOfNothing);
    expect(await decryptRsaPkcs1(nothing, key)).toEqual(new Uint8Array());
    const mixed = join(nothing, fromBase64(shortestPadding), nothing, fromBase64(zerosInMessage));
    expect(await decryptRsaPkcs1(mixed, key)).toEqual(join(utf8('m'.repeat(117)), Uint8Array.of(0, 0x6d, 0)));
  });

  it.each([rsa2048, rsa4096, rsa1024Exponent3, ...oddLengthKeys])(
    'reads what OpenSSL encrypted for $bits bits',
    async ({ privatePem, ciphertext }) => {
      const opened = await decryptRsaPkcs1(fromBase64(ciphertext), await importRsaPrivateKey(privatePem));
      expect(fromUtf8(opened)).toBe(opensslMessage);
    },
  );

  const wrong: ReadonlyArray<readonly [string, Uint8Array]> = [
    ['empty', new Uint8Array()],
    ['one byte', Uint8Array.of(1)],
    ['one byte short', good.slice(0, -1)],
    ['one byte long', join(good, Uint8Array.of(0))],
    ['zero', new Uint8Array(128)],
    ['one', integerToBytes(1n, 128)],
    ['modulus minus one', integerToBytes(merchantNumbers.modulus - 1n, 128)],
    ['a multiple of a prime', integerToBytes(merchantNumbers.prime1, 128)],
    ['a changed bit', good.with(200, (good[200] ?? 0) ^ 1)],
    ['a plaintext', utf8('x'.repeat(128))],
    ...notBelowModulus.map((block) => ['not below the modulus', fromBase64(block)] as const),
    ...badlyPadded.map(([reason, block]) => [reason, fromBase64(block)] as const),
    ...badlyPadded.map(([reason, block]) => [`${reason}, first`, join(fromBase64(block), good)] as const),
    ...badlyPadded.map(([reason, block]) => [`${reason}, last`, join(good, fromBase64(block))] as const),
  ];

  it.each(wrong)('has one and the same error for a ciphertext that is wrong: %s', async (_, ciphertext) => {
    const key = await importRsaPrivateKey(merchantPrivatePem);
    const expected = await refusalError(() => decryptRsaPkcs1(new Uint8Array(128), key));
    const error = await refusalError(() => decryptRsaPkcs1(ciphertext, key));
    expect(error.code).toBe('decryption_failed');
    expect(error.message).toBe(expected.message);
    expect(Object.entries(error)).toEqual(Object.entries(expected));
    expect('cause' in error).toBe(false);
  });

  it('refuses a block that is the modulus more than a good one', async () => {
    const odd = oddLengthKeys[0];
    if (odd === undefined) throw new Error('No key');
    const oddKey = await importRsaPrivateKey(odd.privatePem);
    const { modulus } = readRsaPrivateKey(odd.privatePem).numbers;
    const sum = bytesToInteger(fromBase64(odd.ciphertext)) + modulus;
    expect(await refusal(() => decryptRsaPkcs1(integerToBytes(sum, 129), oddKey))).toBe('decryption_failed');
  });

  it('takes the ciphertext as it was when called', async () => {
    const key = await importRsaPrivateKey(merchantPrivatePem);
    const ciphertext = good.slice();
    const pending = decryptRsaPkcs1(ciphertext, key);
    ciphertext.fill(0);
    expect(fromUtf8(await pending)).toBe(longMessage);
  });

  it('refuses what is no ciphertext and what is no private key', async () => {
    const key = await importRsaPrivateKey(merchantPrivatePem);
    // @ts-expect-error -- the type forbids it
    expect(await refusal(() => decryptRsaPkcs1(cipherBlocksOf64, key))).toBe('invalid_argument');
    const publicKey = await importRsaPublicKey(merchantPublicPem);
    for (const other of [publicKey, undefined, null, 'key', {}, Object.create(Object.getPrototypeOf(key))]) {
      expect(await refusal(() => decryptRsaPkcs1(good, other))).toBe('invalid_argument');
    }
  });
});

describe('decryptRsaPkcs1', () => {
  it('processes all blocks before it fails', async () => {
    const bad = fromBase64(badlyPadded[0]?.[1] ?? '');
    const tooLarge = fromBase64(notBelowModulus[1]);
    let blocks = 0;
    const privateOperation = (block: Uint8Array): Uint8Array => {
      blocks++;
      expect(bytesToInteger(block) < merchantNumbers.modulus).toBe(true);
      expect(block).toHaveLength(128);
      return new Uint8Array(128);
    };
    const key = createRsaPrivateKey({
      modulus: merchantNumbers.modulus,
      privateOperation,
      signingKey: undefined,
    });
    for (const parts of [
      [bad, good],
      [good, bad],
      [tooLarge, good],
      [good, bad, Uint8Array.of(1)],
    ]) {
      blocks = 0;
      expect(await refusal(() => decryptRsaPkcs1(join(...parts), key))).toBe('decryption_failed');
      expect(blocks).toBe(goodBlocks + 1);
    }
  });

  it.each(['exponent1', 'exponent2', 'coefficient', 'prime1', 'prime2'] as const)(
    'lets no result out when the computation with %s goes wrong',
    async (name) => {
      const key = await importRsaPrivateKey(merchantPrivatePem);
      const numbers = { ...merchantNumbers, [name]: merchantNumbers[name] ^ 4n };
      const faulty = createRsaPrivateKey({
        modulus: numbers.modulus,
        privateOperation: portablePrivateOperation(numbers),
        signingKey: undefined,
      });
      const expected = await refusalError(() => decryptRsaPkcs1(new Uint8Array(128), key));
      const error = await refusalError(() => decryptRsaPkcs1(fromBase64(shortestPadding), faulty));
      expect([error.code, error.message]).toEqual([expected.code, expected.message]);
    },
  );
});
