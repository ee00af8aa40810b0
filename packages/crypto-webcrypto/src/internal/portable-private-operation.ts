import { bitLength, bytesToInteger, integerToBytes } from './integer.ts';
import { inverseOfShort } from './modular-inverse.ts';
import { modularPower, publicModularPower, windowDigits } from './modular-power.ts';
import type { RsaPrivateNumbers } from './rsa-numbers.ts';
import type { RsaPrivateOperation } from './rsa-private-operation.ts';

/** Bytes of a blinding factor: nobody guesses it, and its inverse costs a fifth of that of a full-length one. */
const FACTOR_SIZE = 32;

/**
 * The private operation of RFC 8017, 5.1.2, by the Chinese remainder theorem. The block is below the modulus and
 * as long.
 *
 * Blinded: the exponentiation sees the input times the power of a factor that is random and used once, so its
 * timing cannot be correlated with an input that someone chose (Kocher, 1996).
 *
 * Checked: a result that the public exponent does not take back to the input would give away a prime (Boneh,
 * DeMillo, Lipton, 1997). It is replaced by zero, which no padding accepts.
 */
export function portablePrivateOperation(key: RsaPrivateNumbers): RsaPrivateOperation {
  const { modulus, publicExponent, prime1, prime2, coefficient } = key;
  const digits1 = windowDigits(key.exponent1, bitLength(prime1));
  const digits2 = windowDigits(key.exponent2, bitLength(prime2));
  return (block) => {
    const [factor, inverse] = blindingFactor(modulus);
    const blinded = (bytesToInteger(block) * publicModularPower(factor, publicExponent, modulus)) % modulus;

    const remainder1 = modularPower(blinded, digits1, prime1);
    const remainder2 = modularPower(blinded, digits2, prime2);
    // prime1 is added after the remainder is taken, so that the difference is positive without a comparison.
    const difference = remainder1 + prime1 - (remainder2 % prime1);
    const result = remainder2 + prime2 * ((difference * coefficient) % prime1);

    const isRight = publicModularPower(result, publicExponent, modulus) === blinded;
    return integerToBytes(isRight ? (result * inverse) % modulus : 0n, block.length);
  };
}

function blindingFactor(modulus: bigint): [factor: bigint, inverse: bigint] {
  for (;;) {
    const factor = bytesToInteger(crypto.getRandomValues(new Uint8Array(FACTOR_SIZE)));
    const inverse = inverseOfShort(factor, modulus);
    if (inverse !== 0n) return [factor, inverse];
  }
}
