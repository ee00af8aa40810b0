import { CryptoError } from '../crypto-error.ts';
import {
  type DerElement,
  damaged,
  expectTag,
  readElement,
  readElements,
  readInteger,
  TAG,
  writeElement,
} from './der.ts';
import { type KeyStructure, readKeyStructure } from './key-structure.ts';
import { expectRsaEncryption, writeRsaEncryption } from './rsa-algorithm.ts';
import type { RsaPublicNumbers } from './rsa-numbers.ts';

export interface RsaPublicKeyData {
  readonly numbers: RsaPublicNumbers;
  /** The key as SPKI, whatever it came in. */
  readonly spki: Uint8Array;
}

export function readRsaPublicKey(text: string): RsaPublicKeyData {
  const rsaPublicKey = unwrap(readKeyStructure(text));
  const numbers = readElements(readElement(rsaPublicKey, TAG.sequence).content);
  if (numbers.length !== 2) throw damaged();
  return {
    numbers: { modulus: readInteger(numbers[0]), publicExponent: readInteger(numbers[1]) },
    spki: wrap(rsaPublicKey),
  };
}

/** The RSAPublicKey of RFC 8017, A.1.1. */
function unwrap({ kind, encoded, elements }: KeyStructure): Uint8Array {
  switch (kind) {
    case 'PKCS#1 public':
      return encoded;
    case 'SPKI public':
      return rsaPublicKeyInSpki(elements);
    case 'X.509 certificate':
      return rsaPublicKeyInSpki(spkiInCertificate(elements));
    case 'PKCS#1 private':
    case 'PKCS#8 private':
    case 'encrypted private':
    case 'other private':
      break;
  }
  throw new CryptoError(
    'private_key_instead_of_public_key',
    'A private key was given; a public key is wanted',
  );
}

function rsaPublicKeyInSpki([algorithm, publicKey]: readonly DerElement[]): Uint8Array {
  expectRsaEncryption(algorithm);
  const { content } = expectTag(publicKey, TAG.bitString);
  // The first byte counts unused bits at the end.
  if (content[0] !== 0) throw damaged();
  return content.subarray(1);
}

/** RFC 5280, 4.1: the sixth field of the certificate, after a version that version 1 leaves out. */
function spkiInCertificate([certificate]: readonly DerElement[]): readonly DerElement[] {
  const fields = readElements(expectTag(certificate, TAG.sequence).content);
  const spki = fields[0]?.tag === TAG.explicit0 ? fields[6] : fields[5];
  return readElements(expectTag(spki, TAG.sequence).content);
}

function wrap(rsaPublicKey: Uint8Array): Uint8Array {
  const publicKey = writeElement(TAG.bitString, Uint8Array.of(0), rsaPublicKey);
  return writeElement(TAG.sequence, writeRsaEncryption(), publicKey);
}
