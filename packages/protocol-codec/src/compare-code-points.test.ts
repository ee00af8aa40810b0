import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodePoints } from './compare-code-points.ts';
import { encodeUtf8 } from './utf8.ts';

function compareBytes(a: string, b: string): number {
  const left = encodeUtf8(a);
  const right = encodeUtf8(b);
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

describe('compareCodePoints', () => {
  it('orders where UTF-16 and code points disagree', () => {
    expect(compareCodePoints('\u{1f600}', '\uff01')).toBeGreaterThan(0);
    expect(['\uff01', '\u{1f600}'].toSorted()).toEqual(['\u{1f600}', '\uff01']);
    expect(compareCodePoints('a\u{10000}', 'a\ue000')).toBeGreaterThan(0);
    expect(compareCodePoints('\ud7ff', '\u{10000}')).toBeLessThan(0);
  });

  it('puts a prefix first, capitals before small letters, and finds equals equal', () => {
    expect(compareCodePoints('AMT', 'AMTX')).toBeLessThan(0);
    expect(compareCodePoints('Z', '_')).toBeLessThan(0);
    expect(compareCodePoints('_', 'a')).toBeLessThan(0);
    expect(compareCodePoints('', '')).toBe(0);
    expect(compareCodePoints('签名', '签名')).toBe(0);
    expect(compareCodePoints('10', '9')).toBeLessThan(0);
  });

  it('is the byte order of UTF-8', () => {
    const text = fc.string({ unit: 'binary' });
    const close = fc.string({
      unit: fc.constantFrom('a', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}'),
    });
    fc.assert(
      fc.property(fc.oneof(fc.tuple(text, text), fc.tuple(close, close)), ([a, b]) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(compareBytes(a, b)));
      }),
    );
  });
});
