import { bitLength } from './integer.ts';
import { modularInverse } from './modular-inverse.ts';
import { modularPower, publicModularPower, windowDigits } from './modular-power.ts';
import { randomIntegerBelow } from './random-integer.ts';
import type { RsaPrivateNumbers } from './rsa-numbers.ts';

/**
 * The private operation of RFC 8017, 5.1.2, by the Chinese remainder theorem. `input` is below the modulus.
 *
 * Blinded: the exponentiation sees `input` times the power of a factor that is random and used once, so its
 * timing cannot be correlated with an input that someone chose (Kocher, 1996).
 *
 * Checked: a result that the public exponent does not take back to the input would give away a prime (Boneh,
 * DeMillo, Lipton, 1997). It is replaced by 0n, which no padding accepts.
 */
export function rsaPrivateOperation(input: bigint, key: RsaPrivateNumbers): bigint {
  const { modulus, publicExponent, prime1, prime2 } = key;
  const [factor, inverse] = blindingFactor(modulus);
  const blinded = (input * publicModularPower(factor, publicExponent, modulus)) % modulus;

  const remainder1 = modularPower(blinded, windowDigits(key.exponent1, bitLength(prime1)), prime1);
  const remainder2 = modularPower(blinded, windowDigits(key.exponent2, bitLength(prime2)), prime2);
  // prime1 is added after the remainder is taken, so that the difference is positive without a comparison.
  const difference = remainder1 + prime1 - (remainder2 % prime1);
  const result = remainder2 + prime2 * ((difference * key.coefficient) % prime1);

  if (publicModularPower(result, publicExponent, modulus) !== blinded) return 0n;
  return (result * inverse) % modulus;
}

function blindingFactor(modulus: bigint): [factor: bigint, inverse: bigint] {
  for (;;) {
    const factor = randomIntegerBelow(modulus);
    const inverse = modularInverse(factor, modulus);
    if (inverse !== 0n) return [factor, inverse];
  }
}
