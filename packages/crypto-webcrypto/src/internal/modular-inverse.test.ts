import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merchantNumbers } from './fixtures/build-private-key.ts';
import { inverseOfShort, modularInverse } from './modular-inverse.ts';

const { modulus, prime1, prime2 } = merchantNumbers;

describe('modularInverse', () => {
  it('inverts what can be inverted, for any modulus', () => {
    const integer = fc.oneof(
      fc.bigInt({ min: 2n, max: 1n << 12n }),
      fc.bigInt({ min: 2n, max: 1n << 64n }),
      fc.bigInt({ min: 2n, max: 1n << 600n }),
    );
    fc.assert(
      fc.property(integer, integer, (a, b) => {
        const [value, limit] = a < b ? [a, b] : [b, a + 1n];
        const inverse = modularInverse(value, limit);
        const exists = greatestCommonDivisor(value, limit) === 1n;
        expect((value * inverse) % limit).toBe(exists ? 1n : 0n);
        expect(inverse >= (exists ? 1n : 0n) && inverse < limit).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    1n,
    2n,
    3n,
    modulus - 1n,
    modulus - 2n,
    modulus >> 1n,
    (modulus >> 1n) + 1n,
    prime1 - prime2,
    1n << 48n,
  ])('inverts %s modulo the modulus of a key', (value) => {
    expect((value * modularInverse(value, modulus)) % modulus).toBe(1n);
  });

  it('inverts neighbours in the Fibonacci sequence, where every quotient is 1', () => {
    let [smaller, larger] = [1n, 2n];
    for (let i = 0; i < 1500; i++) {
      expect((smaller * modularInverse(smaller, larger)) % larger).toBe(1n);
      [smaller, larger] = [larger, smaller + larger];
    }
  });

  it('has none for multiples of a prime of the modulus', () => {
    expect(modularInverse(prime1, modulus)).toBe(0n);
    expect(modularInverse(prime2 * 12_345n, modulus)).toBe(0n);
  });
});

describe('inverseOfShort', () => {
  it('agrees with the inverse by the direct way', () => {
    const long = fc.bigInt({ min: 1n << 300n, max: 1n << 600n });
    const short = fc.oneof(fc.bigInt({ min: 2n, max: 300n }), fc.bigInt({ min: 2n, max: 1n << 256n }));
    fc.assert(
      fc.property(short, long, (value, limit) => {
        expect(inverseOfShort(value, limit)).toBe(modularInverse(value, limit));
      }),
      { numRuns: 1000 },
    );
  });

  it('is 1 for 1, and there is none for 0 and for a divisor', () => {
    expect([inverseOfShort(1n, modulus), inverseOfShort(0n, modulus)]).toEqual([1n, 0n]);
    expect([inverseOfShort(prime2, modulus), inverseOfShort(prime2, modulus + prime2)]).toEqual([0n, 0n]);
  });
});

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
