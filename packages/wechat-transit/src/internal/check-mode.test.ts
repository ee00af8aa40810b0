import { describe, expect, it } from 'vitest';
import type { TransitOperation } from '../operation.ts';
import { operations } from '../operations.ts';
import { payapply } from '../payapply.ts';
import { checkMode } from './check-mode.ts';
import { issuesOf, rejection } from './fixtures/rejection.ts';
import { direct, partner } from './fixtures/samples.ts';

describe('checkMode', () => {
  it('lets operations of the same mode pass', () => {
    expect(checkMode(payapply.partner, partner)).toBeUndefined();
    expect(checkMode(payapply.direct, direct)).toBeUndefined();
  });

  it.each([undefined, null, 'payapply', payapply, operations[0]])(
    'refuses what is no operation',
    async (other) => {
      const error = await rejection(() => checkMode(other as unknown as TransitOperation, partner));
      expect(issuesOf(error)).toEqual(['operation wrong_type']);
    },
  );

  it('refuses those of the other', async () => {
    for (const run of [
      () => checkMode(payapply.partner, direct),
      () => checkMode(payapply.direct, partner),
    ]) {
      expect(issuesOf(await rejection(run))).toEqual(['mode conflict']);
    }
  });
});
