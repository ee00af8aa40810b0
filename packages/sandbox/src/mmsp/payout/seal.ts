import { constants, type KeyObject, privateDecrypt, publicEncrypt, sign, verify } from 'node:crypto';

const { RSA_NO_PADDING, RSA_PKCS1_PADDING } = constants;

/** Block type 2 of PKCS #1 v1.5: 00 02, at least eight bytes that are not 00, then 00 and the message. */
const LEAST_PADDING = 10;

/** Encrypts in blocks of at most modulus - 11 bytes [M] 代付 3.1. Base64. */
export function encrypt(plaintext: Uint8Array, receiver: KeyObject): string {
  const size = modulusBytes(receiver) - 11;
  const blocks: Buffer[] = [];
  for (let at = 0; at < plaintext.length; at += size) {
    const block = plaintext.subarray(at, at + size);
    blocks.push(publicEncrypt({ key: receiver, padding: RSA_PKCS1_PADDING }, block));
  }
  return Buffer.concat(blocks).toString('base64');
}

/** What a sender encrypted for the receiver, or nothing, whatever is wrong with it. */
export function decrypt(base64: string, receiver: KeyObject): Buffer | undefined {
  const size = modulusBytes(receiver);
  const ciphertext = Buffer.from(base64, 'base64');
  if (ciphertext.length === 0 || ciphertext.length % size !== 0) return undefined;
  const pieces: Buffer[] = [];
  for (let at = 0; at < ciphertext.length; at += size) {
    const piece = unpadded(ciphertext.subarray(at, at + size), receiver);
    if (piece === undefined) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Node 20 refuses to take this padding off itself. */
function unpadded(block: Buffer, key: KeyObject): Buffer | undefined {
  let padded: Buffer;
  try {
    padded = privateDecrypt({ key, padding: RSA_NO_PADDING }, block);
  } catch {
    return undefined; // Not below the modulus.
  }
  const end = padded.indexOf(0, 2);
  return padded[0] === 0 && padded[1] === 2 && end >= LEAST_PADDING ? padded.subarray(end + 1) : undefined;
}

/** SHA1withRSA, base64. */
export function signature(plaintext: Uint8Array, sender: KeyObject): string {
  return sign('RSA-SHA1', plaintext, sender).toString('base64');
}

export function isSignedBy(plaintext: Uint8Array, base64: string, sender: KeyObject): boolean {
  return verify('RSA-SHA1', plaintext, sender, Buffer.from(base64, 'base64'));
}

function modulusBytes({ asymmetricKeyDetails }: KeyObject): number {
  return Math.ceil((asymmetricKeyDetails?.modulusLength ?? 0) / 8);
}
