import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from './internal/fixtures/bytes.ts';
import { refusal } from './internal/fixtures/refusal.ts';
import { timingSafeEqual } from './timing-safe-equal.ts';

describe('timingSafeEqual', () => {
  it('agrees with === on any two texts', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'A', '\u0000', '招', '\ud800'), maxLength: 4 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(timingSafeEqual(a, b)).toBe(a === b);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds a single different bit anywhere in bytes', () => {
    const bytes = Uint8Array.from({ length: 128 }, (_, i) => i * 37);
    expect(timingSafeEqual(bytes, bytes.slice())).toBe(true);
    for (let i = 0; i < bytes.length; i++) {
      const other = bytes.slice();
      other[i] = (other[i] ?? 0) ^ (1 << (i % 8));
      expect(timingSafeEqual(bytes, other)).toBe(false);
    }
  });

  it.each([
    ['', 'a'],
    ['a', ''],
    ['abc', 'ab'],
    ['ab', 'abc'],
    ['ab', 'ab\u0000'],
    ['ab\u0000', 'ab'],
  ])('finds the different lengths of %j and %j', (a, b) => {
    expect(timingSafeEqual(a, b)).toBe(false);
    expect(timingSafeEqual(utf8(a), utf8(b))).toBe(false);
    expect(timingSafeEqual(a, utf8(b))).toBe(false);
  });

  it('compares a text with bytes as UTF-8', () => {
    expect(timingSafeEqual('招商', utf8('招商'))).toBe(true);
    expect(timingSafeEqual(utf8('招商'), '招商')).toBe(true);
    expect(timingSafeEqual('é', Uint8Array.of(0xe9))).toBe(false);
  });

  it('does not take a lone surrogate for U+FFFD', () => {
    expect(timingSafeEqual('\ud800', '\ufffd')).toBe(false);
    expect(timingSafeEqual('\ud800', utf8('\ufffd'))).toBe(false);
  });

  it('reads only the part of the buffer that a view shows', () => {
    const view = Uint8Array.of(9, 1, 2, 9).subarray(1, 3);
    expect(timingSafeEqual(view, Uint8Array.of(1, 2))).toBe(true);
  });

  it.each([undefined, null, 0, [1], new Uint16Array(1), new ArrayBuffer(1)])('refuses %s', async (value) => {
    // @ts-expect-error -- the type forbids it
    expect(await refusal(() => timingSafeEqual('a', value))).toBe('invalid_argument');
    // @ts-expect-error -- the type forbids it
    expect(await refusal(() => timingSafeEqual(value, utf8('a')))).toBe('invalid_argument');
  });
});
