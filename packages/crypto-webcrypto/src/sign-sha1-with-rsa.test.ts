import { describe, expect, it } from 'vitest';
import { importRsaPrivateKey } from './import-rsa-private-key.ts';
import { importRsaPublicKey } from './import-rsa-public-key.ts';
import { merchantNumbers } from './internal/fixtures/build-private-key.ts';
import { toBase64, utf8 } from './internal/fixtures/bytes.ts';
import {
  merchantPrivatePem,
  merchantPrivatePkcs1Pem,
  merchantPublicPem,
} from './internal/fixtures/merchant-keys.ts';
import { opensslMessage, rsa1024Exponent3, rsa2048, rsa4096 } from './internal/fixtures/openssl-keys.ts';
import { refusal } from './internal/fixtures/refusal.ts';
import { merchantSignature, signedMessage } from './internal/fixtures/signatures.ts';
import { portablePrivateOperation } from './internal/portable-private-operation.ts';
import { createRsaPrivateKey } from './internal/rsa-private-key.ts';
import { signSha1WithRsa } from './sign-sha1-with-rsa.ts';
import { verifySha1WithRsa } from './verify-sha1-with-rsa.ts';

describe('signSha1WithRsa', () => {
  it.each([
    ['PKCS#8', merchantPrivatePem],
    ['PKCS#1', merchantPrivatePkcs1Pem],
  ])('signs byte for byte as OpenSSL does, with a key from %s', async (_, pem) => {
    const signature = await signSha1WithRsa(utf8(signedMessage), await importRsaPrivateKey(pem));
    expect(toBase64(signature)).toBe(merchantSignature);
  });

  it.each([rsa2048, rsa4096, rsa1024Exponent3])(
    'signs with $bits bits',
    async ({ privatePem, signature }) => {
      const made = await signSha1WithRsa(utf8(opensslMessage), await importRsaPrivateKey(privatePem));
      expect(toBase64(made)).toBe(signature);
    },
  );

  it('signs nothing, too', async () => {
    const key = await importRsaPrivateKey(merchantPrivatePem);
    const signature = await signSha1WithRsa(new Uint8Array(), key);
    const publicKey = await importRsaPublicKey(merchantPublicPem);
    expect(await verifySha1WithRsa(new Uint8Array(), signature, publicKey)).toBe(true);
  });

  it('takes the data as it was when called', async () => {
    const key = await importRsaPrivateKey(merchantPrivatePem);
    const data = utf8(signedMessage);
    const pending = signSha1WithRsa(data, key);
    data.fill(0);
    expect(toBase64(await pending)).toBe(merchantSignature);
  });

  it('says so when the host refused the key', async () => {
    const withoutHost = createRsaPrivateKey({
      modulus: merchantNumbers.modulus,
      privateOperation: portablePrivateOperation(merchantNumbers),
      signingKey: undefined,
    });
    expect(await refusal(() => signSha1WithRsa(utf8('data'), withoutHost))).toBe('host_refused');
  });

  it('refuses what is no data and what is no private key', async () => {
    const key = await importRsaPrivateKey(merchantPrivatePem);
    // @ts-expect-error -- the type forbids it
    expect(await refusal(() => signSha1WithRsa('data', key))).toBe('invalid_argument');
    // @ts-expect-error -- the type forbids it
    expect(await refusal(() => signSha1WithRsa(utf8('data'), merchantPrivatePem))).toBe('invalid_argument');
    const publicKey = await importRsaPublicKey(merchantPublicPem);
    // @ts-expect-error -- the type forbids it
    expect(await refusal(() => signSha1WithRsa(utf8('data'), publicKey))).toBe('invalid_argument');
  });
});
