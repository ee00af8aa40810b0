import { describe, expect, it } from 'vitest';
import { hostMd5 } from './internal/digest.ts';
import { offersNodeCrypto } from './internal/fixtures/implementations.ts';
import { refusal } from './internal/fixtures/refusal.ts';
import { preferHostCrypto } from './prefer-host-crypto.ts';

describe('preferHostCrypto', () => {
  it('takes the host out of use, and back', () => {
    preferHostCrypto(false);
    expect(hostMd5('text')).toBeUndefined();
    preferHostCrypto(true);
    expect(hostMd5('text') !== undefined).toBe(offersNodeCrypto);
  });

  it.each([undefined, null, 0, 'off', {}])('refuses %s and changes nothing', async (value) => {
    // @ts-expect-error -- the type forbids it
    expect(await refusal(() => preferHostCrypto(value))).toBe('invalid_argument');
    expect(hostMd5('text') !== undefined).toBe(offersNodeCrypto);
  });
});
