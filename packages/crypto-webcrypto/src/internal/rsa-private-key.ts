import { CryptoError } from '../crypto-error.ts';
import { bitLength } from './integer.ts';
import type { RsaPrivateOperation } from './rsa-private-operation.ts';

export interface RsaPrivateKeyParts {
  readonly modulus: bigint;
  readonly privateOperation: RsaPrivateOperation;
  /** Undefined when the host refuses the key. */
  readonly signingKey: CryptoKey | undefined;
}

/** Of each key. Not in a private field: a class with static access to one is kept by bundlers where nobody uses it. */
const parts = /* @__PURE__ */ new WeakMap<object, RsaPrivateKeyParts>();

/**
 * An RSA private key. Made by `importRsaPrivateKey`; its parts are private: they show in no log, no JSON and no
 * structured clone.
 */
export class RsaPrivateKey {
  /** No other object is one, to the compiler as to `privateKeyParts`. */
  declare private readonly nominal: never;

  private constructor() {
    throw new CryptoError('invalid_argument', 'An RsaPrivateKey is made by importRsaPrivateKey only');
  }

  /** Length of the modulus in bits. */
  get modulusLength(): number {
    return bitLength(privateKeyParts(this).modulus);
  }
}

export function createRsaPrivateKey(ofKey: RsaPrivateKeyParts): RsaPrivateKey {
  const key = Object.create(RsaPrivateKey.prototype) as RsaPrivateKey;
  parts.set(key, ofKey);
  return key;
}

export function privateKeyParts(key: RsaPrivateKey): RsaPrivateKeyParts {
  const ofKey = parts.get(key);
  if (ofKey === undefined) {
    throw new CryptoError('invalid_argument', 'The key is not an RsaPrivateKey of this copy of the package');
  }
  return ofKey;
}
