import { describe, expect, it } from 'vitest';
import { importRsaPublicKey } from './import-rsa-public-key.ts';
import { fromBase64 } from './internal/fixtures/bytes.ts';
import { merchantPublicPem, platformPublicPem } from './internal/fixtures/merchant-keys.ts';
import { refusal } from './internal/fixtures/refusal.ts';
import {
  merchantSignature,
  merchantSignaturePss,
  merchantSignatureSha256,
} from './internal/fixtures/signatures.ts';
import { recoverRsaPkcs1 } from './recover-rsa-pkcs1.ts';

const key = await importRsaPublicKey(merchantPublicPem);

function hex(bytes: Uint8Array | undefined): string {
  return Array.from(bytes ?? [], (byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('recoverRsaPkcs1', () => {
  it('gives the DigestInfo of a signature, whatever the hash', () => {
    // RFC 8017, 9.2, note 1.
    const sha1 = /^3021300906052b0e03021a05000414[0-9a-f]{40}$/;
    const sha256 = /^3031300d060960864801650304020105000420[0-9a-f]{64}$/;
    expect(hex(recoverRsaPkcs1(fromBase64(merchantSignature), key))).toMatch(sha1);
    expect(hex(recoverRsaPkcs1(fromBase64(merchantSignatureSha256), key))).toMatch(sha256);
  });

  it('gives nothing for another key, another padding or another length', async () => {
    const other = await importRsaPublicKey(platformPublicPem);
    expect(recoverRsaPkcs1(fromBase64(merchantSignature), other)).toBeUndefined();
    expect(recoverRsaPkcs1(fromBase64(merchantSignaturePss), key)).toBeUndefined();
    for (const block of [new Uint8Array(), new Uint8Array(127), new Uint8Array(128), new Uint8Array(129)]) {
      expect(recoverRsaPkcs1(block, key)).toBeUndefined();
    }
    expect(recoverRsaPkcs1(new Uint8Array(128).fill(255), key)).toBeUndefined();
  });

  it('refuses what is no block and no public key', async () => {
    // @ts-expect-error -- the type forbids it
    expect(await refusal(async () => recoverRsaPkcs1(merchantSignature, key))).toBe('invalid_argument');
    // @ts-expect-error -- the type forbids it
    expect(await refusal(async () => recoverRsaPkcs1(new Uint8Array(128), {}))).toBe('invalid_argument');
  });
});
