import { CryptoError } from '../crypto-error.ts';
import { damaged, expectTag, readElement, readElements, readInteger, TAG, writeElement } from './der.ts';
import { type KeyStructure, readKeyStructure } from './key-structure.ts';
import { expectRsaEncryption, notRsa, writeRsaEncryption } from './rsa-algorithm.ts';
import type { RsaPrivateNumbers } from './rsa-numbers.ts';

export interface RsaPrivateKeyData {
  readonly numbers: RsaPrivateNumbers;
  /** The key as PKCS#8 with nothing else in it, whatever it came in. */
  readonly pkcs8: Uint8Array;
}

export function readRsaPrivateKey(text: string): RsaPrivateKeyData {
  const rsaPrivateKey = unwrap(readKeyStructure(text));
  const [version, ...numbers] = readElements(readElement(rsaPrivateKey, TAG.sequence).content);
  // RFC 8017, A.1.2: version 1 exactly when otherPrimeInfos is present.
  if (readInteger(version) === 1n) {
    throw new CryptoError('multi_prime_key', 'The RSA key has more than two primes');
  }
  if (readInteger(version) !== 0n || numbers.length !== 8) throw damaged();
  return {
    numbers: {
      modulus: readInteger(numbers[0]),
      publicExponent: readInteger(numbers[1]),
      privateExponent: readInteger(numbers[2]),
      prime1: readInteger(numbers[3]),
      prime2: readInteger(numbers[4]),
      exponent1: readInteger(numbers[5]),
      exponent2: readInteger(numbers[6]),
      coefficient: readInteger(numbers[7]),
    },
    pkcs8: wrap(rsaPrivateKey),
  };
}

/** The RSAPrivateKey of RFC 8017, A.1.2. */
function unwrap({ kind, encoded, elements }: KeyStructure): Uint8Array {
  switch (kind) {
    case 'PKCS#1 private':
      return encoded;
    case 'PKCS#8 private': {
      const [version, algorithm, privateKey, ...rest] = elements;
      // RFC 5958, 2: version 1 exactly when the public key comes along.
      const hasPublicKey = rest.some(({ tag }) => tag === TAG.implicit1);
      if (readInteger(version) !== (hasPublicKey ? 1n : 0n)) throw damaged();
      expectRsaEncryption(algorithm);
      return expectTag(privateKey, TAG.octetString).content;
    }
    case 'encrypted private':
      throw new CryptoError(
        'encrypted_private_key',
        'The private key is protected by a passphrase; decrypt it first',
      );
    case 'other private':
      throw notRsa();
    case 'X.509 certificate':
      throw new CryptoError(
        'certificate_instead_of_private_key',
        'A certificate was given, which holds no private key; a private key is wanted',
      );
    case 'SPKI public':
    case 'PKCS#1 public':
      break;
  }
  throw new CryptoError(
    'public_key_instead_of_private_key',
    'A public key was given; a private key is wanted',
  );
}

function wrap(rsaPrivateKey: Uint8Array): Uint8Array {
  const version = writeElement(TAG.integer, Uint8Array.of(0));
  const privateKey = writeElement(TAG.octetString, rsaPrivateKey);
  return writeElement(TAG.sequence, version, writeRsaEncryption(), privateKey);
}
