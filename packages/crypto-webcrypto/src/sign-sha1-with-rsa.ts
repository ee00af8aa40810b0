import { copyBytes } from './internal/bytes.ts';
import { askHost, hostRefused } from './internal/host.ts';
import { privateKeyParts, type RsaPrivateKey } from './internal/rsa-private-key.ts';

/**
 * Signs with RSASSA-PKCS1-v1_5 and SHA-1 (RFC 8017, 8.2.1; also called SHA1withRSA). The signature is as long
 * as the modulus.
 *
 * Collisions of SHA-1 can be made: do not sign text that a stranger composed freely.
 *
 * @throws {CryptoError} `invalid_argument`; `host_refused` when Web Crypto is absent, or refuses the key or
 * SHA-1.
 */
export async function signSha1WithRsa(data: Uint8Array, key: RsaPrivateKey): Promise<Uint8Array> {
  const { signingKey } = privateKeyParts(key);
  const input = copyBytes(data, 'data');
  if (signingKey === undefined) throw hostRefused();
  const signature = await askHost(crypto.subtle.sign('RSASSA-PKCS1-v1_5', signingKey, input));
  return new Uint8Array(signature);
}
