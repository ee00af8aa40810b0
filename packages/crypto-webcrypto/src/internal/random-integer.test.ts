import { describe, expect, it } from 'vitest';
import { withRandomSource } from './fixtures/random-source.ts';
import { randomIntegerBelow } from './random-integer.ts';

/** What comes of random bytes that count up from `start`, and how many draws that took. */
async function drawFrom(start: number): Promise<[value: bigint, draws: number]> {
  let draws = 0;
  const countUp = (bytes: Uint8Array) => {
    bytes[0] = start + draws++;
  };
  const value = await withRandomSource(countUp, () => randomIntegerBelow(201n));
  return [value, draws];
}

describe('randomIntegerBelow', () => {
  it('takes every value from 1 to the limit less one as it is drawn', async () => {
    for (let value = 1; value < 201; value++) expect(await drawFrom(value)).toEqual([BigInt(value), 1]);
  });

  it('draws again for 0 and from the limit on', async () => {
    expect(await drawFrom(0)).toEqual([1n, 2]);
    expect(await drawFrom(201)).toEqual([1n, 57]);
    expect(await drawFrom(255)).toEqual([1n, 3]);
  });

  it('drops the bits that the limit does not have', async () => {
    const halves = (bytes: Uint8Array) => bytes.fill(0x80);
    const value = await withRandomSource(halves, () => randomIntegerBelow((1n << 70n) - 1n));
    expect(value).toBe(0x20_80_80_80_80_80_80_80_80n);
  });
});
