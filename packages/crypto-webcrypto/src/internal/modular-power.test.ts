import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modularPower, publicModularPower, windowDigits } from './modular-power.ts';

describe('modularPower', () => {
  it('agrees with the plain power', () => {
    const odd = fc.bigInt({ min: 1n, max: 1n << 90n }).map((value) => value * 2n + 1n);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1n << 100n }), fc.nat(600), odd, (base, exponent, modulus) => {
        const plain = base ** BigInt(exponent) % modulus;
        expect(modularPower(base, windowDigits(BigInt(exponent), 91), modulus)).toBe(plain);
        expect(publicModularPower(base, BigInt(exponent), modulus)).toBe(plain);
      }),
    );
  });
});

describe('windowDigits', () => {
  it('are the exponent in base 32', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.bigInt({ min: 0n, max: (1n << 200n) - 1n }),
        (bits, any) => {
          const exponent = BigInt.asUintN(bits, any);
          const digits = [...windowDigits(exponent, bits)];
          expect(digits).toHaveLength(Math.ceil(bits / 5));
          expect(digits.reduce((value, digit) => value * 32n + BigInt(digit), 0n)).toBe(exponent);
        },
      ),
    );
  });

  it('has as many digits as the length asks for, whatever the exponent', () => {
    expect([...windowDigits(0b00011_00100_10101n, 32)]).toEqual([0, 0, 0, 0, 3, 4, 21]);
    for (const exponent of [0n, 1n, (1n << 512n) - 1n]) expect(windowDigits(exponent, 512)).toHaveLength(103);
  });
});
