import { copyBytes } from './internal/bytes.ts';
import { askHost, hostRefused } from './internal/host.ts';
import { publicKeyParts, type RsaPublicKey } from './internal/rsa-public-key.ts';

/**
 * Whether `signature` is the RSASSA-PKCS1-v1_5 signature with SHA-1 over `data` (RFC 8017, 8.2.2; also called
 * SHA1withRSA). A signature of another length than the modulus is false, not an error.
 *
 * @throws {CryptoError} `invalid_argument`; `host_refused` when Web Crypto is absent, or refuses the key or
 * SHA-1.
 */
export async function verifySha1WithRsa(
  data: Uint8Array,
  signature: Uint8Array,
  key: RsaPublicKey,
): Promise<boolean> {
  const { verificationKey } = publicKeyParts(key);
  const input = copyBytes(data, 'data');
  const candidate = copyBytes(signature, 'signature');
  if (candidate.length !== Math.ceil(key.modulusLength / 8)) return false;
  if (verificationKey === undefined) throw hostRefused();
  return askHost(crypto.subtle.verify('RSASSA-PKCS1-v1_5', verificationKey, candidate, input));
}
