import { CryptoError } from './crypto-error.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The largest multiple of 62 that fits a byte. Taking the remainder of larger bytes would favour `A`–`H`. */
const LIMIT = 248;

/**
 * A random text of letters and digits, each of the 62 equally likely (5.95 bits a character), from the host's
 * cryptographic generator.
 *
 * @param length characters, 1 to 1024. The default, 32, is 190 bits.
 * @throws {CryptoError} `invalid_argument` for another length.
 */
export function randomNonce(length = 32): string {
  if (!Number.isInteger(length) || length < 1 || length > 1024) {
    throw new CryptoError('invalid_argument', 'The length of a nonce is a whole number from 1 to 1024');
  }
  const bytes = new Uint8Array(length + 8);
  let nonce = '';
  while (nonce.length < length) {
    crypto.getRandomValues(bytes);
    for (const byte of bytes) {
      if (byte < LIMIT && nonce.length < length) nonce += ALPHABET.charAt(byte % 62);
    }
  }
  return nonce;
}
