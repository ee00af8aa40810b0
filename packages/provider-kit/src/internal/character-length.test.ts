import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterLength } from './character-length.ts';

describe('characterLength', () => {
  it('counts characters as the code points of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(characterLength(text)).toBe(Array.from(text).length);
      }),
    );
  });
});
