import { describe, expect, it } from 'vitest';
import { unknownCause, unknownOutcome } from './outcome.ts';

const next = { action: 'query', operation: 'ask', afterSeconds: [5, 15] } as const;

interface Mutable {
  next: { afterSeconds: number[] };
}

describe('unknownOutcome', () => {
  it('always says what to do next', () => {
    const outcome = unknownOutcome(unknownCause('timeout'), next);
    expect(outcome).toEqual({
      status: 'unknown',
      cause: {
        code: 'timeout',
        message: 'no complete reply before the deadline; the request may have been executed',
      },
      next,
    });
    expect('data' in outcome).toBe(false);
  });

  it('keeps what the platform said all the same', () => {
    expect(unknownOutcome(unknownCause('network'), next, { order: '1' })).toMatchObject({
      data: { order: '1' },
    });
  });

  it('hands out a copy of a step that the order may be waiting for', () => {
    const awaits = { action: 'proceed', operation: 'confirm', take: ['order'] } as const;
    const first = unknownOutcome(unknownCause('network'), { ...next, awaits }) as unknown as {
      next: { awaits: { take: string[] } };
    };
    expect(first.next).toEqual({ ...next, awaits });
    first.next.awaits.take.pop();
    expect(awaits.take).toEqual(['order']);
  });

  it('hands out a copy of the pauses', () => {
    const first = unknownOutcome(unknownCause('network'), next) as unknown as Mutable;
    first.next.afterSeconds.shift();
    expect(unknownOutcome(unknownCause('network'), next)).toMatchObject({ next: { afterSeconds: [5, 15] } });
    expect(
      unknownOutcome(unknownCause('network'), { action: 'proceed', operation: 'confirm' }),
    ).toMatchObject({
      next: { action: 'proceed', operation: 'confirm' },
    });
  });
});

describe('unknownCause', () => {
  it.each([
    'timeout',
    'network',
    'aborted',
    'redirect',
    'http_status',
    'reply_too_large',
    'reply_malformed',
    'reply_incomplete',
    'reply_mismatch',
    'signature_missing',
    'signature_invalid',
    'decryption_failed',
  ] as const)('%s has words of its own', (code) => {
    const cause = unknownCause(code);
    expect(cause.code).toBe(code);
    expect(cause.message).toMatch(/^(?:the|no) /);
    expect(unknownCause(code, { httpStatus: 502 })).toEqual({ ...cause, httpStatus: 502 });
  });
});
