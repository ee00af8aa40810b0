import { CryptoError } from '../crypto-error.ts';
import { bitLength } from './integer.ts';
import type { RsaPrivateOperation } from './rsa-private-operation.ts';

export interface RsaPrivateKeyParts {
  readonly modulus: bigint;
  readonly privateOperation: RsaPrivateOperation;
  /** Undefined when the host refuses the key. */
  readonly signingKey: CryptoKey | undefined;
}

/** Known in this module only: whoever cannot name it cannot construct a key. */
const guard = /* @__PURE__ */ Symbol('RsaPrivateKey');
let partsIn: (key: RsaPrivateKey) => RsaPrivateKeyParts | undefined;
let construct: (parts: RsaPrivateKeyParts) => RsaPrivateKey;

/**
 * An RSA private key. Made by `importRsaPrivateKey`; its parts are private: they show in no log, no JSON and no
 * structured clone.
 */
export class RsaPrivateKey {
  static {
    construct = (parts) => new this(guard, parts);
    partsIn = (key) => (#parts in key ? key.#parts : undefined);
  }

  readonly #parts: RsaPrivateKeyParts;

  private constructor(token: symbol, parts: RsaPrivateKeyParts) {
    if (token !== guard) {
      throw new CryptoError('invalid_argument', 'An RsaPrivateKey is made by importRsaPrivateKey only');
    }
    this.#parts = parts;
  }

  /** Length of the modulus in bits. */
  get modulusLength(): number {
    return bitLength(this.#parts.modulus);
  }
}

export function createRsaPrivateKey(parts: RsaPrivateKeyParts): RsaPrivateKey {
  return construct(parts);
}

export function privateKeyParts(key: RsaPrivateKey): RsaPrivateKeyParts {
  const parts = Object(key) === key ? partsIn(key) : undefined;
  if (parts === undefined) {
    throw new CryptoError('invalid_argument', 'The key is not an RsaPrivateKey of this copy of the package');
  }
  return parts;
}
