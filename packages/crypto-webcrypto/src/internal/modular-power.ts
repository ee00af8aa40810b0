import { integerToBytes } from './integer.ts';

/** Bits to a digit. Five make the fewest multiplications for the exponents of keys from 1024 bits on. */
const WINDOW = 5;

/**
 * The exponent as digits of five bits, most significant first, as many as `bits` needs: the number of digits
 * says nothing about the exponent.
 */
export function windowDigits(exponent: bigint, bits: number): Uint8Array {
  const digits = new Uint8Array(Math.ceil(bits / WINDOW));
  // One byte more than the digits reach into: they are read from two bytes at a time.
  const bytes = integerToBytes(exponent, Math.ceil((digits.length * WINDOW) / 8) + 1);
  for (let i = digits.length - 1, bit = 0; i >= 0; i--, bit += WINDOW) {
    const at = bytes.length - 1 - (bit >> 3);
    const pair = ((bytes[at - 1] ?? 0) << 8) | (bytes[at] ?? 0);
    digits[i] = (pair >> (bit & 7)) % 2 ** WINDOW;
  }
  return digits;
}

/**
 * `base ** exponent % modulus` with a secret exponent: five squarings and one multiplication for every digit,
 * whatever the digit.
 */
export function modularPower(base: bigint, digits: Uint8Array, modulus: bigint): bigint {
  const first = base % modulus;
  // 1n would make the multiplication for a digit 0 visibly shorter. This one has the size of all the others.
  const table = [modulus + 1n, first];
  let power = first;
  while (table.length < 2 ** WINDOW) {
    power = (power * first) % modulus;
    table.push(power);
  }
  let result = 1n;
  for (const digit of digits) {
    result = (result * result) % modulus;
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
