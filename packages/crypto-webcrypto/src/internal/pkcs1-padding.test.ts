import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPadding, messageStart } from './pkcs1-padding.ts';

/** RFC 8017, 7.2.2, step 3, written straight down. */
function plainMessageStart(block: Uint8Array): number {
  const separator = block.indexOf(0, 2);
  return block[0] === 0 && block[1] === 2 && separator >= 10 ? separator + 1 : 0;
}

describe('messageStart', () => {
  it('agrees with the plain reading of the standard on any block', () => {
    const byte = fc.oneof(fc.constantFrom(0, 1, 2, 255), fc.nat(255));
    const rest = fc.array(byte, { minLength: 14, maxLength: 14 });
    fc.assert(
      fc.property(
        fc.constantFrom(0, 0, 0, 1, 255),
        fc.constantFrom(2, 2, 2, 0, 1, 255),
        rest,
        (a, b, others) => {
          const block = Uint8Array.of(a, b, ...others);
          expect(messageStart(block)).toBe(plainMessageStart(block));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('finds the separator at every place', () => {
    for (let separator = 2; separator < 128; separator++) {
      const block = new Uint8Array(128).fill(0x80);
      block.set([0, 2]);
      block[separator] = 0;
      expect(messageStart(block)).toBe(separator < 10 ? 0 : separator + 1);
    }
  });

  it('undoes addPadding', () => {
    for (let length = 0; length <= 117; length++) {
      expect(messageStart(addPadding(new Uint8Array(length), 128))).toBe(128 - length);
    }
  });
});
