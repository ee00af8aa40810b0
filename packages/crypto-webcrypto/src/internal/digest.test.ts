import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { hmacSha256, hostHmacSha256, hostMd5, md5, portableHmacSha256, portableMd5 } from './digest.ts';
import { offersNodeCrypto } from './fixtures/implementations.ts';
import { setHostCryptoPreferred } from './host-crypto.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

describe('the digests of the host', () => {
  afterEach(() => setHostCryptoPreferred(true));

  it('are the portable ones for any text and key, or absent where the host has none', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, key) => {
        expect(hostMd5(text)).toBe(offersNodeCrypto ? portableMd5(text) : undefined);
        expect(hostHmacSha256(text, key)).toBe(offersNodeCrypto ? portableHmacSha256(text, key) : undefined);
      }),
      { numRuns: 500 },
    );
  });

  it('are the portable ones for long texts', () => {
    for (const text of ['a'.repeat(100_000), '印鉴'.repeat(30_000), '\0'.repeat(64)]) {
      expect(hostMd5(text)).toBe(offersNodeCrypto ? portableMd5(text) : undefined);
      expect(hostHmacSha256(text, text)).toBe(offersNodeCrypto ? portableHmacSha256(text, text) : undefined);
    }
  });

  it('are absent while they are not wanted, and the digests are the same', () => {
    const digests = () => [md5('印鉴'), hmacSha256('印', '鉴')];
    const byHost = digests();
    setHostCryptoPreferred(false);
    expect([hostMd5('印鉴'), hostHmacSha256('印', '鉴')]).toEqual([undefined, undefined]);
    expect(digests()).toEqual(byHost);
  });
});
