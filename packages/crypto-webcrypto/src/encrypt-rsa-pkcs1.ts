import { copyBytes } from './internal/bytes.ts';
import { bitLength, bytesToInteger, integerToBytes } from './internal/integer.ts';
import { publicModularPower } from './internal/modular-power.ts';
import { addPadding, PADDING_OVERHEAD } from './internal/pkcs1-padding.ts';
import { publicKeyParts, type RsaPublicKey } from './internal/rsa-public-key.ts';

/**
 * Encrypts with RSAES-PKCS1-v1_5 (RFC 8017, 7.2.1), in blocks: pieces of at most modulusBytes - 11 bytes, each
 * giving a cipher block of modulusBytes (117 and 128 bytes for a 1024-bit key), joined in order. The empty
 * plaintext gives one block. The padding is random: the same plaintext never gives the same ciphertext twice.
 *
 * This hides the plaintext; it does not prove who sent it. The blocks are independent: whoever carries the
 * message can reorder or repeat them.
 *
 * @throws {CryptoError} `invalid_argument`.
 */
export async function encryptRsaPkcs1(plaintext: Uint8Array, key: RsaPublicKey): Promise<Uint8Array> {
  const { modulus, publicExponent } = publicKeyParts(key).numbers;
  const input = copyBytes(plaintext, 'plaintext');
  const size = Math.ceil(bitLength(modulus) / 8);
  const pieceSize = size - PADDING_OVERHEAD;
  const blocks = Math.max(Math.ceil(input.length / pieceSize), 1);
  const ciphertext = new Uint8Array(blocks * size);
  for (let block = 0; block < blocks; block++) {
    const piece = input.subarray(block * pieceSize, (block + 1) * pieceSize);
    const padded = bytesToInteger(addPadding(piece, size));
    const encrypted = publicModularPower(padded, publicExponent, modulus);
    ciphertext.set(integerToBytes(encrypted, size), block * size);
  }
  return ciphertext;
}
