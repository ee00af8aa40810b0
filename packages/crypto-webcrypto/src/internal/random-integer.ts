import { bitLength, bytesToInteger } from './integer.ts';

/** Uniform in 1 … limit - 1, by rejection. */
export function randomIntegerBelow(limit: bigint): bigint {
  const bits = bitLength(limit);
  const bytes = new Uint8Array(Math.ceil(bits / 8));
  const excess = bytes.length * 8 - bits;
  for (;;) {
    crypto.getRandomValues(bytes);
    bytes[0] = (bytes[0] ?? 0) >> excess;
    const value = bytesToInteger(bytes);
    if (value > 0n && value < limit) return value;
  }
}
