import { describe, expect, it } from 'vitest';
import { text } from '../field-kinds.ts';
import type { Outcome, PlatformError } from '../outcome.ts';
import { maskDigits } from '../redact.ts';
import { maskData, maskSent } from './mask-sent.ts';

const title = { en: 'x', zh: '某' };
const secret = text(title, { sensitive: true });
const table = { order: text(title), owner: secret, mail: secret, cvn: secret, initial: secret };
const fields = {
  order: 'A1',
  owner: '张三丰',
  mail: 'user12345678@example.com',
  cvn: '987',
  initial: 'x',
  unlisted: 'PARAM',
};
const sent = { fields, table };
const error = (message: string): PlatformError => ({ code: 'X', message, listed: false, mayRepeat: false });

describe('maskSent', () => {
  const quoting = error(maskDigits('户名张三丰, user12345678@example.com, cvn 987 of order A1: PARAM axis'));
  const masked = '户名***, ***, cvn *** of order A1: PARAM axis';

  it('masks what a failure quotes', () => {
    const outcome: Outcome<object> = { status: 'failed', error: quoting, authenticated: true };
    expect(maskSent(outcome, sent)).toEqual({ ...outcome, error: error(masked) });
  });

  it('masks what an unknown outcome quotes', () => {
    const outcome: Outcome<object> = {
      status: 'unknown',
      cause: { code: 'platform', message: 'the platform answered X', error: quoting },
      next: { action: 'proceed', operation: 'confirm' },
    };
    expect(maskSent(outcome, sent)).toEqual({
      ...outcome,
      cause: { ...outcome.cause, error: error(masked) },
    });
  });

  it('leaves data and outcomes without words alone', () => {
    const outcomes: Outcome<object>[] = [
      { status: 'succeeded', data: { owner: '张三丰' }, authenticated: true },
      {
        status: 'pending',
        data: { owner: '张三丰' },
        authenticated: true,
        next: { action: 'proceed', operation: 'confirm' },
      },
    ];
    for (const outcome of outcomes) expect(maskSent(outcome, sent)).toBe(outcome);
  });
});

describe('maskData', () => {
  const reply = { order: text(title), words: text(title), at: text(title), list: text(title), owner: secret };

  it('hides by name, and what words quote', () => {
    const data = {
      order: '20260101000000000001',
      words: '户名张三丰, 卡号6222020200112233445, user12345678@example.com',
      at: '2026-01-01 00:00:00',
      list: [{ card: '6222020200112233445' }],
      owner: '李四',
      unlisted: '987',
    };
    expect({ ...maskData(data, reply, sent) }).toEqual({
      order: '20260101000000000001',
      words: '户名***, 卡号*******************, ***',
      at: '2026-01-01 00:00:00',
      list: '[redacted]',
      owner: '[redacted]',
      unlisted: '[redacted]',
    });
  });

  it('hides what was sent, wherever it comes back', () => {
    expect({ ...maskData({ order: '张三丰', at: fields.mail }, reply, sent) }).toEqual({
      order: '***',
      at: '***',
    });
  });
});
