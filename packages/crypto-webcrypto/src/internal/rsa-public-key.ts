import { CryptoError } from '../crypto-error.ts';
import { bitLength } from './integer.ts';
import type { RsaPublicNumbers } from './rsa-numbers.ts';

export interface RsaPublicKeyParts {
  readonly numbers: RsaPublicNumbers;
  /** Undefined when the host refuses the key. */
  readonly verificationKey: CryptoKey | undefined;
}

/** Known in this module only: whoever cannot name it cannot construct a key. */
const guard = /* @__PURE__ */ Symbol('RsaPublicKey');
let partsIn: (key: RsaPublicKey) => RsaPublicKeyParts | undefined;
let construct: (parts: RsaPublicKeyParts) => RsaPublicKey;

/** An RSA public key. Made by `importRsaPublicKey`; its parts are private. */
export class RsaPublicKey {
  static {
    construct = (parts) => new this(guard, parts);
    partsIn = (key) => (#parts in key ? key.#parts : undefined);
  }

  readonly #parts: RsaPublicKeyParts;

  private constructor(token: symbol, parts: RsaPublicKeyParts) {
    if (token !== guard) {
      throw new CryptoError('invalid_argument', 'An RsaPublicKey is made by importRsaPublicKey only');
    }
    this.#parts = parts;
  }

  /** Length of the modulus in bits. */
  get modulusLength(): number {
    return bitLength(this.#parts.numbers.modulus);
  }
}

export function createRsaPublicKey(parts: RsaPublicKeyParts): RsaPublicKey {
  return construct(parts);
}

export function publicKeyParts(key: RsaPublicKey): RsaPublicKeyParts {
  const parts = Object(key) === key ? partsIn(key) : undefined;
  if (parts === undefined) {
    throw new CryptoError('invalid_argument', 'The key is not an RsaPublicKey of this copy of the package');
  }
  return parts;
}
