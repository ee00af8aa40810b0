import { copyBytes } from './internal/bytes.ts';
import { bitLength, bytesToInteger, integerToBytes } from './internal/integer.ts';
import { publicModularPower } from './internal/modular-power.ts';
import { PADDING_OVERHEAD } from './internal/pkcs1-padding.ts';
import { publicKeyParts, type RsaPublicKey } from './internal/rsa-public-key.ts';

/**
 * What a block holds that was made with the private key of `key`: of an RSASSA-PKCS1-v1_5 signature the DigestInfo, so its
 * hash algorithm and digest; of one that was "encrypted with the private key" the plaintext. Undefined for a block of
 * another key, of another length, or with another padding than 00 01 FF … 00 (RFC 8017, 9.2).
 *
 * For tools that explain why a signature does not match. To check one, use `verifySha1WithRsa`, which compares the whole
 * block: this accepts any content.
 *
 * @throws {CryptoError} `invalid_argument`.
 */
export function recoverRsaPkcs1(block: Uint8Array, key: RsaPublicKey): Uint8Array | undefined {
  const { modulus, publicExponent } = publicKeyParts(key).numbers;
  const input = copyBytes(block, 'block');
  const size = Math.ceil(bitLength(modulus) / 8);
  const value = bytesToInteger(input);
  if (input.length !== size || value >= modulus) return undefined;
  const padded = integerToBytes(publicModularPower(value, publicExponent, modulus), size);
  const end = padded.indexOf(0, 1);
  const isPadded = padded[0] === 0 && padded[1] === 1 && end >= PADDING_OVERHEAD - 1;
  return isPadded && padded.subarray(2, end).every((byte) => byte === 0xff)
    ? padded.slice(end + 1)
    : undefined;
}
