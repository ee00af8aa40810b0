import { describe, expect, it } from 'vitest';
import { payapply } from '../payapply.ts';
import { checkMode } from './check-mode.ts';
import { issuesOf, rejection } from './fixtures/rejection.ts';
import { direct, partner } from './fixtures/samples.ts';

describe('checkMode', () => {
  it('lets operations of the same mode pass', () => {
    expect(checkMode(payapply.partner, partner)).toBeUndefined();
    expect(checkMode(payapply.direct, direct)).toBeUndefined();
  });

  it('refuses those of the other', async () => {
    for (const run of [
      () => checkMode(payapply.partner, direct),
      () => checkMode(payapply.direct, partner),
    ]) {
      expect(issuesOf(await rejection(run))).toEqual(['mode conflict']);
    }
  });
});
