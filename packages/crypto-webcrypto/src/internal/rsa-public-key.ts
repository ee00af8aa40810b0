import { CryptoError } from '../crypto-error.ts';
import { bitLength } from './integer.ts';
import type { RsaPublicNumbers } from './rsa-numbers.ts';

export interface RsaPublicKeyParts {
  readonly numbers: RsaPublicNumbers;
  /** Undefined when the host refuses the key. */
  readonly verificationKey: CryptoKey | undefined;
}

/** Of each key. Not in a private field: a class with static access to one is kept by bundlers where nobody uses it. */
const parts = /* @__PURE__ */ new WeakMap<object, RsaPublicKeyParts>();

/** An RSA public key. Made by `importRsaPublicKey`; its parts are private. */
export class RsaPublicKey {
  /** No other object is one, to the compiler as to `publicKeyParts`. */
  declare private readonly nominal: never;

  private constructor() {
    throw new CryptoError('invalid_argument', 'An RsaPublicKey is made by importRsaPublicKey only');
  }

  /** Length of the modulus in bits. */
  get modulusLength(): number {
    return bitLength(publicKeyParts(this).numbers.modulus);
  }
}

export function createRsaPublicKey(ofKey: RsaPublicKeyParts): RsaPublicKey {
  const key = Object.create(RsaPublicKey.prototype) as RsaPublicKey;
  parts.set(key, ofKey);
  return key;
}

export function publicKeyParts(key: RsaPublicKey): RsaPublicKeyParts {
  const ofKey = parts.get(key);
  if (ofKey === undefined) {
    throw new CryptoError('invalid_argument', 'The key is not an RsaPublicKey of this copy of the package');
  }
  return ofKey;
}
