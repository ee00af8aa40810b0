import {
  decryptRsaPkcs1,
  encryptRsaPkcs1,
  type RsaPrivateKey,
  type RsaPublicKey,
  signSha1WithRsa,
  verifySha1WithRsa,
} from '@yinjian/crypto-webcrypto';
import { decodeBase64, encodeBase64, encodeUtf8 } from '@yinjian/protocol-codec';

/** A payout message as it travels [M] 代付 3.1. */
export interface SealedMessage {
  /** Base64 of the RSAES-PKCS1-v1_5 blocks, under the receiver's public key. */
  readonly ENCRYPT: string;
  /** Base64 of SHA1withRSA over the plain text, under the sender's private key. */
  readonly SIGN: string;
}

/**
 * Encrypts for the receiver and signs as the sender: the very same UTF-8 bytes.
 *
 * @throws CodecError for a text with a lone surrogate; CryptoError for a key of another copy of the package, or where the
 * host refuses SHA-1 or keys of this size.
 */
export async function seal(
  plaintext: string,
  receiver: RsaPublicKey,
  sender: RsaPrivateKey,
): Promise<SealedMessage> {
  const bytes = encodeUtf8(plaintext);
  const [ciphertext, signature] = await Promise.all([
    encryptRsaPkcs1(bytes, receiver),
    signSha1WithRsa(bytes, sender),
  ]);
  return { ENCRYPT: encodeBase64(ciphertext), SIGN: encodeBase64(signature) };
}

/**
 * The plain bytes of an `ENCRYPT` value. They are not authentic: anyone who holds the receiver's public key can make
 * some. Takes about 0.8 ms for every 128 bytes: limit the length first.
 *
 * @throws CodecError or CryptoError; which of the two and why says nothing that could help an attacker.
 */
export async function open(encrypted: string, receiver: RsaPrivateKey): Promise<Uint8Array> {
  return await decryptRsaPkcs1(decodeBase64(encrypted), receiver);
}

/**
 * Whether `signature` (base64) is the sender's, over the plain bytes. Text that is not base64 is no signature.
 *
 * @throws CryptoError for a key of another copy of the package, or where the host refuses SHA-1 or keys of this size.
 */
export async function isSealedBy(
  plaintext: Uint8Array,
  signature: string,
  sender: RsaPublicKey,
): Promise<boolean> {
  let bytes: Uint8Array;
  try {
    bytes = decodeBase64(signature);
  } catch {
    return false;
  }
  return await verifySha1WithRsa(plaintext, bytes, sender);
}
