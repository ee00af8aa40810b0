import { CryptoError } from './crypto-error.ts';
import { concatBytes, copyBytes } from './internal/bytes.ts';
import { bitLength, bytesToInteger, integerToBytes } from './internal/integer.ts';
import { messageStart } from './internal/pkcs1-padding.ts';
import { privateKeyParts, type RsaPrivateKey } from './internal/rsa-private-key.ts';

/**
 * Decrypts RSAES-PKCS1-v1_5 (RFC 8017, 7.2.2) in blocks of modulusBytes, however the sender split the
 * plaintext, and joins the pieces. A character of UTF-8 may straddle two of them: decode the whole.
 *
 * The result is not authenticated: anyone can encrypt to a public key.
 *
 * What is promised against side channels: every block is blinded with a random factor, and every result checked
 * before it is used; padding is examined without an early exit; all blocks are processed before one and the
 * same error is thrown, whatever was wrong. Where the host computes (`preferHostCrypto`), OpenSSL or BoringSSL blinds
 * and checks; else the factor is fresh for each block, and the sequence of multiplications depends on the length of
 * the key alone. What is not: BigInt arithmetic of JavaScript engines is not constant in time, table look-ups leave
 * traces in caches, and memory cannot be wiped. Someone who can send thousands of ciphertexts and learns for
 * each whether this succeeded can decrypt messages (Bleichenbacher, 1998), so do not tell them: answer every
 * failure alike and limit attempts. A block takes about 0.1 ms by the host and 1 ms without it with 1024 bits, 0.4 and
 * 5 ms with 2048, and all of them are processed in one go: limit the size first.
 *
 * @throws {CryptoError} `decryption_failed` for every wrong ciphertext: empty, not a multiple of the block,
 * not below the modulus, wrongly padded, or a fault in the computation. `invalid_argument`.
 */
export async function decryptRsaPkcs1(ciphertext: Uint8Array, key: RsaPrivateKey): Promise<Uint8Array> {
  const { modulus, privateOperation } = privateKeyParts(key);
  const input = copyBytes(ciphertext, 'ciphertext');
  const size = Math.ceil(bitLength(modulus) / 8);

  const pieces: Uint8Array[] = [];
  let wrong = Number(input.length === 0 || input.length % size !== 0);
  for (let at = 0; at + size <= input.length; at += size) {
    const block = input.subarray(at, at + size);
    const value = bytesToInteger(block);
    const isBelow = value < modulus;
    const padded = privateOperation(isBelow ? block : integerToBytes(value % modulus, size));
    const start = messageStart(padded);
    wrong |= Number(start === 0) | Number(!isBelow);
    pieces.push(padded.subarray(start));
  }
  if (wrong !== 0) {
    throw new CryptoError('decryption_failed', 'The ciphertext cannot be decrypted with this key');
  }
  return concatBytes(pieces);
}
