import { describe, expect, it } from 'vitest';
import { withRandomSource } from './internal/fixtures/random-source.ts';
import { refusal } from './internal/fixtures/refusal.ts';
import { randomNonce } from './random-nonce.ts';

describe('randomNonce', () => {
  it('is 32 letters and digits', () => {
    expect(randomNonce()).toMatch(/^[A-Za-z0-9]{32}$/);
  });

  it.each([1, 16, 33, 1024])('has the length asked for: %i', (length) => {
    expect(randomNonce(length)).toMatch(new RegExp(`^[A-Za-z0-9]{${length}}$`));
  });

  it('does not repeat', () => {
    const nonces = new Set(Array.from({ length: 1000 }, () => randomNonce()));
    expect(nonces.size).toBe(1000);
  });

  it('maps equally many bytes to each of the 62 characters and drops the rest', async () => {
    let next = 0;
    const countUp = (bytes: Uint8Array) => {
      for (let i = 0; i < bytes.length; i++) bytes[i] = next++ % 256;
    };
    const nonce = await withRandomSource(countUp, () => randomNonce(248));
    const counts = new Map<string, number>();
    for (const character of nonce) counts.set(character, (counts.get(character) ?? 0) + 1);
    expect(counts.size).toBe(62);
    expect(new Set(counts.values())).toEqual(new Set([4]));
  });

  it('asks for more when too many bytes are dropped', async () => {
    let calls = 0;
    const mostlyHigh = (bytes: Uint8Array) => {
      bytes.fill(255);
      bytes[0] = calls++;
    };
    expect(await withRandomSource(mostlyHigh, () => randomNonce(5))).toBe('ABCDE');
  });

  it.each([0, -1, 1.5, 1025, Number.NaN, Number.POSITIVE_INFINITY, '32', null])(
    'refuses %s',
    async (length) => {
      // @ts-expect-error -- the type forbids some of these
      expect(await refusal(() => randomNonce(length))).toBe('invalid_argument');
    },
  );
});
