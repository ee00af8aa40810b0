import { importRsaPrivateKey, importRsaPublicKey } from '@yinjian/crypto-webcrypto';
import { describe, expect, it } from 'vitest';
import { MERCHANT_PRIVATE_PEM, MERCHANT_PUBLIC_PEM } from '../internal/fixtures/merchant-keys.ts';
import { PLATFORM_PRIVATE_PEM, PLATFORM_PUBLIC_PEM } from '../internal/fixtures/platform-keys.ts';
import { isSealedBy, open, seal } from './seal.ts';

const merchant = {
  privateKey: await importRsaPrivateKey(MERCHANT_PRIVATE_PEM),
  publicKey: await importRsaPublicKey(MERCHANT_PUBLIC_PEM),
};
const platform = {
  privateKey: await importRsaPrivateKey(PLATFORM_PRIVATE_PEM),
  publicKey: await importRsaPublicKey(PLATFORM_PUBLIC_PEM),
};
const text = '{"ACCNAME":"张三"}';
const bytes = new TextEncoder().encode(text);

describe('seal', () => {
  it('encrypts for one and signs as the other', async () => {
    const { ENCRYPT, SIGN } = await seal(text, platform.publicKey, merchant.privateKey);
    const plaintext = await open(ENCRYPT, platform.privateKey);
    expect(new TextDecoder().decode(plaintext)).toBe(text);
    expect(await isSealedBy(plaintext, SIGN, merchant.publicKey)).toBe(true);
    expect(await isSealedBy(plaintext, SIGN, platform.publicKey)).toBe(false);
  });

  it('never encrypts twice to the same text', async () => {
    const first = await seal(text, platform.publicKey, merchant.privateKey);
    const second = await seal(text, platform.publicKey, merchant.privateKey);
    expect(first.ENCRYPT).not.toBe(second.ENCRYPT);
    expect(first.SIGN).toBe(second.SIGN);
  });

  it('refuses a text that has no UTF-8 form', async () => {
    const error = await seal('\udfff', platform.publicKey, merchant.privateKey).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'lone_surrogate' });
  });
});

describe('open', () => {
  it.each(['', 'x', '*', btoa('\u0001'.repeat(127)), btoa('\u0001'.repeat(128))])(
    'throws for %j',
    async (encrypted) => {
      const error = await open(encrypted, merchant.privateKey).catch((reason: unknown) => reason);
      expect((error as { code?: string }).code).toMatch(/^(?:base64_invalid|decryption_failed)$/);
    },
  );

  it('throws for what was sealed for another', async () => {
    const { ENCRYPT } = await seal(text, platform.publicKey, merchant.privateKey);
    const error = await open(ENCRYPT, merchant.privateKey).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'decryption_failed' });
  });
});

describe('isSealedBy', () => {
  it.each(['', '*', 'AAAA', btoa('\u0000'.repeat(128))])('is false for %j', async (signature) => {
    expect(await isSealedBy(bytes, signature, merchant.publicKey)).toBe(false);
  });

  it('is false for the signature of another text', async () => {
    const { SIGN } = await seal(`${text} `, platform.publicKey, merchant.privateKey);
    expect(await isSealedBy(bytes, SIGN, merchant.publicKey)).toBe(false);
  });
});
