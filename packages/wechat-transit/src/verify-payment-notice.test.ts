import { describe, expect, it } from 'vitest';
import type { Credentials } from './credentials.ts';
import { everythingVisible } from './internal/fixtures/everything-visible.ts';
import { type Message, paidOrder, platformXml, signedXml } from './internal/fixtures/platform.ts';
import { issuesOf, rejection } from './internal/fixtures/rejection.ts';
import { direct, directMd5, KEY, ORDER, partner } from './internal/fixtures/samples.ts';
import { NOTICE_RETRY_SECONDS } from './payment-notice.ts';
import { verifyPaymentNotice } from './verify-payment-notice.ts';

const verify = async (change: Message, credentials: Credentials = direct) =>
  verifyPaymentNotice(await signedXml({ ...paidOrder, ...change }), credentials);
const refusal = (xml: string, credentials: Credentials = direct) =>
  rejection(() => verifyPaymentNotice(xml, credentials));

const query = { action: 'query', operation: 'queryorder' };

describe('a payment notice', () => {
  it('says that an order was paid, with or without its state', async () => {
    for (const trade_state of ['SUCCESS', '']) {
      expect(await verify({ trade_state })).toMatchObject({
        status: 'succeeded',
        authenticated: true,
        data: { out_trade_no: ORDER, total_fee: 888, transaction_id: paidOrder.transaction_id },
      });
    }
    const stateless = await verify({});
    expect(stateless.status === 'succeeded' && 'trade_state' in stateless.data).toBe(false);
  });

  it('says so in partner mode, for any sub-merchant', async () => {
    expect(await verify({ sub_mch_id: '1900000109' }, partner)).toMatchObject({
      status: 'succeeded',
      data: { sub_mch_id: '1900000109' },
    });
  });

  it.each([
    { trade_state: 'PAY_FAIL' },
    { trade_state: 'PAY_FAIL', result_code: 'FAIL' },
    { result_code: 'FAIL' },
  ])('says that it was not: %j', async (change) => {
    expect(
      await verify({ ...change, err_code: 'NOTENOUGH', err_code_des: '余额不足 18933432355' }),
    ).toMatchObject({
      status: 'failed',
      error: {
        code: 'NOTENOUGH',
        message: '余额不足 ***********',
        listed: false,
        meaning: { zh: '支付失败' },
        mayRepeat: false,
      },
      authenticated: true,
      data: { out_trade_no: ORDER },
    });
    expect(await verify(change)).toMatchObject({ status: 'failed', error: { listed: true } });
  });

  it.each([
    { trade_state: 'REFUND' },
    { trade_state: 'USERPAYING' },
    { trade_state: 'NEW_STATE', result_code: 'FAIL' },
    { result_code: 'MAYBE' },
    { trade_state: 'SUCCESS', result_code: 'FAIL' },
    { trade_state: 'SUCCESS', result_code: 'MAYBE' },
  ])('that is documented nowhere, or contradicts itself, is unknown: %j', async (change) => {
    expect(await verify(change)).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform' },
      next: query,
      data: { out_trade_no: ORDER },
    });
  });

  it.each(['total_fee', 'transaction_id'])('does not say paid without %s', async (name) => {
    expect(await verify({ [name]: '' })).toMatchObject({
      status: 'unknown',
      cause: { code: 'reply_incomplete' },
      next: query,
      data: { out_trade_no: ORDER },
    });
  });

  it('passes on the repayment of an advance, and what no table lists', async () => {
    expect(await verify({ user_repaid: 'Y', advance_id: '7' })).toMatchObject({
      data: { user_repaid: 'Y', advance_id: '7', coupon_fee_0: 88 },
    });
  });

  it('is verified with the configured algorithm, whatever it says', async () => {
    const md5 = await signedXml({ ...paidOrder, sign_type: 'MD5' }, 'MD5');
    expect(verifyPaymentNotice(md5, directMd5).status).toBe('succeeded');
    expect((await refusal(md5)).code).toBe('signature_invalid');
    const hmac = await signedXml({ ...paidOrder, sign_type: 'HMAC-SHA256' });
    expect(verifyPaymentNotice(hmac, direct).status).toBe('succeeded');
    expect((await refusal(hmac, directMd5)).code).toBe('signature_invalid');
  });
});

describe('a repayment notice', () => {
  const repaid = { trade_state: 'SUCCESS', user_repaid: 'Y' };

  it('is told from the notice of the payment, which comes under the same number', async () => {
    const notices = [
      await verify({ trade_state: 'SUCCESS' }),
      await verify({ trade_state: 'SUCCESS', user_repaid: 'N' }),
      await verify(repaid),
    ];
    expect(notices).toMatchObject([
      { status: 'succeeded', kind: 'payment' },
      { status: 'succeeded', kind: 'payment', data: { user_repaid: 'N' } },
      { status: 'succeeded', kind: 'repayment', data: { out_trade_no: ORDER, user_repaid: 'Y' } },
    ]);
    const [payment, advanced, repayment] = notices.map(({ id }) => id);
    expect(advanced).toBe(payment);
    expect(repayment).not.toBe(payment);
  });

  it('has the same id each time it is sent again, whatever differs in the envelope', async () => {
    const first = await verify(repaid);
    const again = await verify({ ...repaid, nonce_str: 'another', return_msg: '' });
    expect(again.id).toBe(first.id);
    expect(first.id).toBe(`10000098::${ORDER}:repayment:SUCCESS`);
  });

  it('is passed on although it lacks what tells of a payment', async () => {
    const { total_fee: _, transaction_id: __, result_code: ___, ...rest } = paidOrder;
    const bare = verifyPaymentNotice(await signedXml({ ...rest, user_repaid: 'Y', advance_id: '7' }), direct);
    expect(bare).toMatchObject({
      status: 'unknown',
      cause: { code: 'reply_incomplete' },
      kind: 'repayment',
      data: { out_trade_no: ORDER, user_repaid: 'Y', advance_id: '7' },
    });
    const without = await refusal(await signedXml({ ...rest, user_repaid: 'Y', out_trade_no: '' }));
    expect(issuesOf(without)).toEqual(['out_trade_no missing']);
  });

  it.each(['y', '1', 'YES', 'true', ''])('is none where user_repaid is %j', async (user_repaid) => {
    expect(await verify({ user_repaid })).toMatchObject({ status: 'succeeded', kind: 'payment' });
  });
});

describe('the id of a notice', () => {
  it.each([
    { out_trade_no: 'another' },
    { sub_mch_id: '1900000109' },
    { trade_state: 'PAY_FAIL' },
    { user_repaid: 'Y' },
  ])('is another for %j', async (change) => {
    const [one, other] = [
      await verify({ trade_state: 'SUCCESS' }),
      await verify({ trade_state: 'SUCCESS', ...change }),
    ];
    expect(other.id).not.toBe(one.id);
  });
});

it('never asks to repeat a notice', async () => {
  expect(await verify({ result_code: 'FAIL', err_code: 'SYSTEMERROR' })).toMatchObject({
    status: 'unknown',
    next: query,
  });
});

describe('what is not believed', () => {
  it('has no signature', async () => {
    for (const xml of [platformXml(paidOrder), platformXml({ ...paidOrder, sign: '' }), '<xml></xml>']) {
      expect((await refusal(xml)).code).toBe('signature_missing');
    }
  });

  it('was changed, or signed with another key', async () => {
    const xml = await signedXml(paidOrder);
    expect((await refusal(xml.replace('CDATA[888]', 'CDATA[887]'))).code).toBe('signature_invalid');
    expect((await refusal(xml, { ...direct, key: KEY.toUpperCase() })).code).toBe('signature_invalid');
  });

  it('is meant for another merchant', async () => {
    for (const change of [{ mch_id: '10000099' }, { appid: 'wxanother' }]) {
      expect((await refusal(await signedXml({ ...paidOrder, ...change }))).code).toBe('wrong_recipient');
    }
  });

  it.each([
    [{ out_trade_no: '' }, ['out_trade_no missing']],
    [{ return_code: 'FAIL' }, ['return_code missing']],
    [
      { return_code: '', result_code: '', out_trade_no: '' },
      ['out_trade_no missing', 'return_code missing', 'result_code missing'],
    ],
  ])('lacks what every notice carries: %j', async (change, issues) => {
    const error = await refusal(await signedXml({ ...paidOrder, ...change }));
    expect(error.code).toBe('incomplete');
    expect(issuesOf(error)).toEqual(issues);
  });

  it.each([
    '',
    '<html></html>',
    '<!DOCTYPE xml><xml></xml>',
    '<xml><a>1</b></xml>',
    '<xml><a>1</a><a>1</a></xml>',
    '<xml><a>1',
    '\ud800',
  ])('is no message of the platform: %j', async (xml) => {
    expect((await refusal(xml)).code).toBe('malformed');
  });

  it('is no text', async () => {
    expect((await refusal(undefined as unknown as string)).code).toBe('invalid_configuration');
  });

  it('is never shown', async () => {
    const message = { ...paidOrder, attach: 'CANARY' };
    const xmls = [
      platformXml(message),
      platformXml({ ...message, sign: 'A'.repeat(64) }),
      await signedXml({ ...message, mch_id: '1' }),
      await signedXml({ ...message, out_trade_no: '' }),
      `${platformXml(message)}x`,
    ];
    for (const xml of xmls) {
      const shown = everythingVisible(await refusal(xml));
      expect(shown).not.toMatch(/CANARY|oUpF8uMuAJO|10084507402|192006250b4c|AAAA/);
    }
  });
});

describe('verifyPaymentNotice', () => {
  it('refuses unusable credentials', async () => {
    const error = await refusal('', { ...direct, key: '', appid: '' });
    expect(error.name).toBe('ConfigurationError');
    expect(issuesOf(error)).toEqual(['appid invalid_value', 'key invalid_value']);
  });
});

describe('NOTICE_RETRY_SECONDS', () => {
  it('are the nine documented pauses', () => {
    expect(NOTICE_RETRY_SECONDS).toEqual([15, 15, 30, 180, 1800, 1800, 1800, 1800, 3600]);
  });
});
