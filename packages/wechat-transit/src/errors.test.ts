import type { OperationOutcome } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { payapplyErrors, queryorderErrors, returnMessages, SYSTEMERROR_RETRY_SECONDS } from './errors.ts';
import { envelope, platformXml, signedXml, utf8 } from './internal/fixtures/platform.ts';
import { direct } from './internal/fixtures/samples.ts';
import { sentOf } from './internal/fixtures/sent-of.ts';
import type { TransitOperation } from './operation.ts';
import { payapply } from './payapply.ts';
import { queryorder } from './queryorder.ts';
import { readReply } from './read-reply.ts';

async function refusedWith<O extends TransitOperation>(
  operation: O,
  err_code: string,
): Promise<OperationOutcome<O>> {
  const reply = { ...envelope, result_code: 'FAIL', err_code, err_code_des: '说明' };
  return readReply(operation, utf8(await signedXml(reply)), direct, sentOf(operation));
}

const query = { action: 'query', operation: 'queryorder', afterSeconds: [5, 15, 30, 60, 180, 600, 1800] };
const repeat = (operation: string) => ({
  action: 'repeat',
  operation,
  afterSeconds: [30, 60, 60, 120, 120, 180, 180, 360, 360, 600],
});

/** Every row of the documented table: status, what next, and whether the same request may be repeated. */
const PAYAPPLY = [
  ['SYSTEMERROR', 'unknown', repeat('payapply'), true],
  ['CONTRACT_NOT_EXIST', 'failed', undefined, false],
  ['PARAM_ERROR', 'failed', undefined, false],
  ['INVALID_REQUEST', 'failed', undefined, false],
  ['OUT_TRADE_NO_USED', 'unknown', query, false],
  ['ORDER_PAID', 'unknown', query, false],
  ['ORDER_ACCEPTED', 'unknown', query, false],
  ['ORDER_CLOSED', 'failed', undefined, false],
  ['SIGN_ERROR', 'failed', undefined, false],
  ['CONTRACT_OVER_LIMIT', 'failed', undefined, false],
  ['REQUEST_BLOCKED', 'failed', undefined, false],
  ['PAYAUTH_ERROR', 'failed', undefined, false],
  ['TRADE_ERROR', 'failed', undefined, false],
] as const;

const QUERYORDER = [
  ['SYSTEMERROR', repeat('queryorder'), true],
  ['PARAM_ERROR', query, false],
  ['INVALID_REQUEST', query, false],
  ['SIGN_ERROR', query, false],
  ['ORDERNOTEXIST', repeat('payapply'), false],
] as const;

describe('the error table of payapply', () => {
  it('has a row for every code', () => {
    const codes = PAYAPPLY.map(([code]) => code);
    expect(new Set(Object.keys(payapplyErrors))).toEqual(new Set([...codes, ...Object.keys(returnMessages)]));
  });

  it.each(PAYAPPLY)('%s is %s', async (code, status, next, mayRepeat) => {
    const outcome = await refusedWith(payapply.direct, code);
    expect(outcome.status).toBe(status);
    expect('next' in outcome ? outcome.next : undefined).toEqual(next);
    const error =
      outcome.status === 'failed' ? outcome.error : outcome.status === 'unknown' && outcome.cause.error;
    expect(error).toMatchObject({ code, message: '说明', listed: true, mayRepeat });
    expect(error).toMatchObject({
      meaning: payapplyErrors[code]?.meaning,
      action: payapplyErrors[code]?.action,
    });
  });

  it('is signed for', async () => {
    expect(await refusedWith(payapply.direct, 'PARAM_ERROR')).toMatchObject({ authenticated: true });
  });

  it.each(['NEW_CODE', 'systemerror', 'ORDERNOTEXIST', '__proto__', '签名失败 '])(
    'concludes nothing from %s, which it does not list',
    async (code) => {
      expect(await refusedWith(payapply.direct, code)).toMatchObject({
        status: 'unknown',
        cause: { code: 'platform', error: { code, listed: false, mayRepeat: false } },
        next: query,
      });
    },
  );

  it('concludes nothing from a refusal without a code', async () => {
    for (const reason of [{}, { err_code: '' }]) {
      const xml = await signedXml({ ...envelope, ...reason, result_code: 'FAIL', err_code_des: '说明' });
      expect(readReply(payapply.direct, utf8(xml), direct, sentOf(payapply.direct))).toMatchObject({
        status: 'unknown',
        cause: { code: 'platform', error: { code: 'FAIL', message: '说明', listed: false } },
        next: query,
      });
    }
  });
});

describe('the error table of queryorder', () => {
  it('has a row for every code', () => {
    const codes = QUERYORDER.map(([code]) => code);
    expect(new Set(Object.keys(queryorderErrors))).toEqual(
      new Set([...codes, ...Object.keys(returnMessages)]),
    );
  });

  it.each(QUERYORDER)('%s says nothing about the order', async (code, next, mayRepeat) => {
    expect(await refusedWith(queryorder.direct, code)).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', error: { code, listed: true, mayRepeat } },
      next,
    });
  });
});

describe('return_code FAIL', () => {
  const failing = (operation: TransitOperation, return_msg: string) =>
    readReply(operation, utf8(platformXml({ return_code: 'FAIL', return_msg })), direct, sentOf(operation));

  it.each(['签名失败', '参数格式校验错误'])('with %s was refused before anything was executed', (message) => {
    expect(failing(payapply.direct, message)).toMatchObject({
      status: 'failed',
      error: { code: message, message, listed: true, mayRepeat: false },
      authenticated: false,
    });
    expect(failing(queryorder.direct, message)).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', error: { code: message } },
      next: query,
    });
  });

  it.each(['系统繁忙', '', 'PARAM_ERROR', 'CONTRACT_NOT_EXIST', 'SYSTEMERROR', '__proto__'])(
    'with %j settles nothing: unsigned, it cannot borrow a code of the table',
    (message) => {
      expect(failing(payapply.direct, message)).toMatchObject({
        status: 'unknown',
        cause: { code: 'platform', error: { code: 'FAIL', message, listed: false } },
        next: query,
      });
    },
  );

  it('is believed with a signature, not with a wrong one', async () => {
    const reply = { return_code: 'FAIL', return_msg: '签名失败' };
    expect(
      readReply(payapply.direct, utf8(await signedXml(reply)), direct, sentOf(payapply.direct)),
    ).toMatchObject({
      status: 'failed',
      authenticated: true,
    });
    expect(
      readReply(
        payapply.direct,
        utf8(platformXml({ ...reply, sign: 'A'.repeat(64) })),
        direct,
        sentOf(payapply.direct),
      ),
    ).toMatchObject({ status: 'unknown', cause: { code: 'signature_invalid' } });
  });
});

describe('SYSTEMERROR_RETRY_SECONDS', () => {
  it('are the ten documented pauses', () => {
    expect(SYSTEMERROR_RETRY_SECONDS).toEqual([30, 60, 60, 120, 120, 180, 180, 360, 360, 600]);
  });
});
