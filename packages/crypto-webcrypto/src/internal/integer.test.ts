import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitLength, bytesToInteger, integerToBytes } from './integer.ts';

describe('bytesToInteger and integerToBytes', () => {
  it('are each other’s inverse at any length, leading zeros included', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(integerToBytes(bytesToInteger(bytes), bytes.length)).toEqual(bytes);
      }),
    );
  });

  it('are big-endian', () => {
    expect(bytesToInteger(Uint8Array.of(1, 2, 3))).toBe(0x010203n);
    expect(integerToBytes(0x0102030405060708090an, 12)).toEqual(
      Uint8Array.of(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
    );
  });
});

describe('bitLength', () => {
  it('counts significant bits', () => {
    for (let bits = 1; bits < 70; bits++) {
      expect(bitLength(1n << BigInt(bits - 1))).toBe(bits);
      expect(bitLength((1n << BigInt(bits)) - 1n)).toBe(bits);
    }
  });
});
