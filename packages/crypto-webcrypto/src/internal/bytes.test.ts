import { describe, expect, it } from 'vitest';
import { copyBytes } from './bytes.ts';
import { refusal } from './fixtures/refusal.ts';

describe('copyBytes', () => {
  it('shares no memory with the original', () => {
    const original = Uint8Array.of(1, 2, 3, 4).subarray(1, 3);
    const copy = copyBytes(original, 'data');
    original.fill(9);
    expect(copy).toEqual(Uint8Array.of(2, 3));
    expect(copy.buffer.byteLength).toBe(2);
  });

  it('does not rely on slice(), which shares memory in a Node Buffer', () => {
    class SharingSlice extends Uint8Array {
      override slice(): Uint8Array<ArrayBuffer> {
        return new Uint8Array(this.buffer);
      }
    }
    const original = new SharingSlice([1, 2, 3]);
    const copy = copyBytes(original, 'data');
    original.fill(9);
    expect([...copy]).toEqual([1, 2, 3]);
  });

  it.each([
    undefined,
    null,
    'text',
    [1, 2],
    new ArrayBuffer(2),
    new Uint16Array(2),
    new DataView(new ArrayBuffer(1)),
  ])('refuses %s', async (value) => {
    // @ts-expect-error -- the type forbids it
    expect(await refusal(() => copyBytes(value, 'data'))).toBe('invalid_argument');
  });
});
