import { CryptoError } from '../crypto-error.ts';
import { bitLength } from './integer.ts';
import type { RsaPrivateNumbers, RsaPublicNumbers } from './rsa-numbers.ts';

const MIN_MODULUS_BITS = 1024;
/** The limit of OpenSSL and BoringSSL; it also bounds the work a hostile key can cause. */
export const MAX_MODULUS_BITS = 16_384;
const MAX_PUBLIC_EXPONENT_BITS = 256;

/** Done here and not left to the host, because hosts check differently much and say why differently well. */
export function checkRsaPublicNumbers({ modulus, publicExponent }: RsaPublicNumbers): void {
  const bits = bitLength(modulus);
  if (bits < MIN_MODULUS_BITS) {
    throw new CryptoError('modulus_too_small', `The modulus has ${bits} bits; 1024 is the minimum`);
  }
  if (bits > MAX_MODULUS_BITS) throw modulusTooLarge();
  if (hasSmallFactor(modulus)) {
    throw new CryptoError('damaged_key', 'The modulus is not a product of two large primes');
  }
  if (
    publicExponent < 3n ||
    (publicExponent & 1n) === 0n ||
    bitLength(publicExponent) > MAX_PUBLIC_EXPONENT_BITS
  ) {
    throw new CryptoError(
      'invalid_public_exponent',
      'The public exponent is even, below 3, or longer than 256 bits',
    );
  }
}

/** RFC 8017, 3.2: what the numbers of a private key with two primes must satisfy. */
export function checkRsaPrivateNumbers(key: RsaPrivateNumbers): void {
  checkRsaPublicNumbers(key);
  const { modulus, publicExponent, privateExponent, prime1, prime2 } = key;
  // The first two lines keep the divisors below from being zero.
  const consistent =
    prime1 > 2n &&
    prime2 > 2n &&
    prime1 * prime2 === modulus &&
    privateExponent < modulus &&
    (publicExponent * privateExponent) % (prime1 - 1n) === 1n &&
    (publicExponent * privateExponent) % (prime2 - 1n) === 1n &&
    key.exponent1 === privateExponent % (prime1 - 1n) &&
    key.exponent2 === privateExponent % (prime2 - 1n) &&
    key.coefficient < prime1 &&
    (key.coefficient * prime2) % prime1 === 1n;
  if (!consistent) {
    throw new CryptoError(
      'inconsistent_private_key',
      'The numbers of the private key contradict each other: at least one was changed',
    );
  }
}

export function modulusTooLarge(): CryptoError {
  return new CryptoError('modulus_too_large', `The modulus has more than ${MAX_MODULUS_BITS} bits`);
}

/**
 * NIST SP 800-89, 5.3.3: a modulus has no factor below 752. A public key carries no check digits; this finds
 * five in six of those in which characters were changed.
 */
function hasSmallFactor(modulus: bigint): boolean {
  if ((modulus & 1n) === 0n) return true;
  for (let factor = 3n; factor < 752n; factor += 2n) {
    if (modulus % factor === 0n) return true;
  }
  return false;
}
