import { describe, expect, it } from 'vitest';
import { importRsaPublicKey } from './import-rsa-public-key.ts';
import { fromBase64, utf8 } from './internal/fixtures/bytes.ts';
import { merchantPublicPem, platformPublicPem } from './internal/fixtures/merchant-keys.ts';
import { opensslMessage, rsa1024Exponent3, rsa2048, rsa4096 } from './internal/fixtures/openssl-keys.ts';
import { refusal } from './internal/fixtures/refusal.ts';
import {
  merchantSignature,
  merchantSignaturePss,
  merchantSignatureSha256,
  signedMessage,
} from './internal/fixtures/signatures.ts';
import { createRsaPublicKey, publicKeyParts } from './internal/rsa-public-key.ts';
import { verifySha1WithRsa } from './verify-sha1-with-rsa.ts';

const data = utf8(signedMessage);
const signature = fromBase64(merchantSignature);

describe('verifySha1WithRsa', () => {
  it('accepts the signature of OpenSSL', async () => {
    const key = await importRsaPublicKey(merchantPublicPem);
    expect(await verifySha1WithRsa(data, signature, key)).toBe(true);
  });

  it.each([rsa2048, rsa4096, rsa1024Exponent3])('accepts it with $bits bits', async (pair) => {
    const publicKey = await importRsaPublicKey(pair.publicPem);
    expect(await verifySha1WithRsa(utf8(opensslMessage), fromBase64(pair.signature), publicKey)).toBe(true);
  });

  it('does not accept other data', async () => {
    const key = await importRsaPublicKey(merchantPublicPem);
    expect(await verifySha1WithRsa(utf8(`${signedMessage} `), signature, key)).toBe(false);
    expect(await verifySha1WithRsa(new Uint8Array(), signature, key)).toBe(false);
  });

  it('does not accept another key', async () => {
    expect(await verifySha1WithRsa(data, signature, await importRsaPublicKey(platformPublicPem))).toBe(false);
  });

  it('does not accept another digest or scheme', async () => {
    const key = await importRsaPublicKey(merchantPublicPem);
    expect(await verifySha1WithRsa(data, fromBase64(merchantSignatureSha256), key)).toBe(false);
    expect(await verifySha1WithRsa(data, fromBase64(merchantSignaturePss), key)).toBe(false);
  });

  it('does not accept a signature with a changed bit', async () => {
    const key = await importRsaPublicKey(merchantPublicPem);
    for (let i = 0; i < signature.length; i++) {
      const changed = signature.slice();
      changed[i] = (changed[i] ?? 0) ^ (1 << (i % 8));
      expect(await verifySha1WithRsa(data, changed, key)).toBe(false);
    }
  });

  it('does not accept a signature of another length', async () => {
    const key = await importRsaPublicKey(merchantPublicPem);
    const padded = Uint8Array.from([0, ...signature]);
    for (const other of [new Uint8Array(), signature.slice(1), signature.slice(0, -1), padded]) {
      expect(await verifySha1WithRsa(data, other, key)).toBe(false);
    }
  });

  it('does not accept zeros or the largest block', async () => {
    const key = await importRsaPublicKey(merchantPublicPem);
    expect(await verifySha1WithRsa(data, new Uint8Array(128), key)).toBe(false);
    expect(await verifySha1WithRsa(data, new Uint8Array(128).fill(255), key)).toBe(false);
  });

  it('takes its inputs as they were when called', async () => {
    const key = await importRsaPublicKey(merchantPublicPem);
    const [changingData, changingSignature] = [data.slice(), signature.slice()];
    const pending = verifySha1WithRsa(changingData, changingSignature, key);
    changingData.fill(0);
    changingSignature.fill(0);
    expect(await pending).toBe(true);
  });

  it('says so when the host refused the key', async () => {
    const key = await importRsaPublicKey(merchantPublicPem);
    const withoutHost = createRsaPublicKey({ ...publicKeyParts(key), verificationKey: undefined });
    expect(await refusal(() => verifySha1WithRsa(data, signature, withoutHost))).toBe('host_refused');
  });

  it('refuses what is no data, no signature and no public key', async () => {
    const key = await importRsaPublicKey(merchantPublicPem);
    // @ts-expect-error -- the type forbids it
    expect(await refusal(() => verifySha1WithRsa(signedMessage, signature, key))).toBe('invalid_argument');
    // @ts-expect-error -- the type forbids it
    expect(await refusal(() => verifySha1WithRsa(data, merchantSignature, key))).toBe('invalid_argument');
    // @ts-expect-error -- the type forbids it
    expect(await refusal(() => verifySha1WithRsa(data, signature, {}))).toBe('invalid_argument');
  });
});
