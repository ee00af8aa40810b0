import { integerToBytes } from './integer.ts';

/**
 * The exponent as 4-bit digits, most significant first, as many as `bits` needs: the number of digits says
 * nothing about the exponent.
 */
export function windowDigits(exponent: bigint, bits: number): Uint8Array {
  const bytes = integerToBytes(exponent, Math.ceil(bits / 8));
  const digits = new Uint8Array(bytes.length * 2);
  for (let i = 0; i < digits.length; i++) {
    const byte = bytes[i >> 1] ?? 0;
    digits[i] = i % 2 === 0 ? byte >> 4 : byte & 15;
  }
  return digits;
}

/**
 * `base ** exponent % modulus` with a secret exponent: four squarings and one multiplication for every digit,
 * whatever the digit.
 */
export function modularPower(base: bigint, digits: Uint8Array, modulus: bigint): bigint {
  const first = base % modulus;
  // 1n would make the multiplication for a digit 0 visibly shorter. This one has the size of all the others.
  const table = [modulus + 1n, first];
  let power = first;
  while (table.length < 16) {
    power = (power * first) % modulus;
    table.push(power);
  }
  let result = 1n;
  for (const digit of digits) {
    result = (result * result) % modulus;
    result = (result * result) % modulus;
    result = (result * result) % modulus;
    result = (result * result) % modulus;
    result = (result * (table[digit] ?? 0n)) % modulus;
  }
  return result;
}

/** `base ** exponent % modulus` with a public exponent: the steps depend on the exponent. */
export function publicModularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}
