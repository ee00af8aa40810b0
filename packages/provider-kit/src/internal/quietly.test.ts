import { describe, expect, it } from 'vitest';
import { quietly } from './quietly.ts';

describe('quietly', () => {
  it('runs at once', () => {
    let ran = false;
    quietly(() => {
      ran = true;
    });
    expect(ran).toBe(true);
  });

  it.each([
    () => {
      throw new Error('thrown');
    },
    () => Promise.reject(new Error('rejected')),
    // oxlint-disable-next-line unicorn/no-thenable -- What is not a promise can still be one to `await`.
    () => ({ then: (_: unknown, reject: (reason: Error) => void) => reject(new Error('thenable')) }),
    () => ({
      // oxlint-disable-next-line unicorn/no-thenable
      get then(): never {
        throw new Error('hostile');
      },
    }),
  ])('lets no failure out, and no rejection unhandled', async (run) => {
    expect(quietly(run)).toBeUndefined();
    // An unhandled rejection would fail the run once the microtasks are done.
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
});
