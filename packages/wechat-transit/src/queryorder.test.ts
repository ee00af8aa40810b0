import { describeReply, describeRequest, type WireFields } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { paidOrder, signedXml, utf8 } from './internal/fixtures/platform.ts';
import { direct, ORDER } from './internal/fixtures/samples.ts';
import { sentOf } from './internal/fixtures/sent-of.ts';
import { queryorder } from './queryorder.ts';
import { readReply } from './read-reply.ts';

const askAgain = {
  action: 'query',
  operation: 'queryorder',
  afterSeconds: [5, 15, 30, 60, 180, 600, 1800],
};

async function answered(
  change: Readonly<Record<string, string>>,
  sent: WireFields = { out_trade_no: ORDER },
) {
  const xml = await signedXml({ ...paidOrder, trade_state: 'SUCCESS', ...change });
  return readReply(queryorder.direct, utf8(xml), direct, sentOf(queryorder.direct, sent));
}

describe('the state of an order', () => {
  it('SUCCESS is paid, with amounts in fen', async () => {
    const outcome = await answered({});
    expect(outcome).toMatchObject({ status: 'succeeded', authenticated: true });
    expect(outcome).toMatchObject({
      data: {
        trade_state: 'SUCCESS',
        total_fee: 888,
        cash_fee: 800,
        coupon_fee: 88,
        coupon_count: 1,
        // Numbered fields are in no table and are kept as they came.
        coupon_fee_0: 88,
        transaction_id: '1008450740201411110005820873',
        out_trade_no: ORDER,
        attach: '自定义参数',
        time_end: '20170826120000',
      },
    });
  });

  it.each(['NOTPAY', 'USERPAYING', 'ACCEPT'])('%s is pending: ask again', async (trade_state) => {
    expect(await answered({ trade_state })).toMatchObject({
      status: 'pending',
      data: { trade_state },
      next: askAgain,
      authenticated: true,
    });
  });

  it.each(['PAYERROR', 'CLOSED', 'REVOKED'])('%s is failed', async (trade_state) => {
    expect(await answered({ trade_state })).toMatchObject({
      status: 'failed',
      error: { code: trade_state, listed: true, mayRepeat: false },
      data: { trade_state },
      authenticated: true,
    });
  });

  it('REFUND is neither paid nor failed', async () => {
    expect(await answered({ trade_state: 'REFUND' })).toMatchObject({
      status: 'refunded',
      data: { trade_state: 'REFUND' },
      authenticated: true,
    });
  });

  it('concludes nothing from a reply that does not name the order it was asked for', async () => {
    const outcome = await answered({ trade_state: 'PAYERROR', transaction_id: '' }, { transaction_id: '42' });
    expect(outcome).toMatchObject({
      status: 'unknown',
      cause: { code: 'reply_incomplete', fields: ['transaction_id', 'out_trade_no'] },
    });
  });

  it.each(['NEW_STATE', 'success', '__proto__', 'constructor'])(
    '%s is documented nowhere: unknown',
    async (trade_state) => {
      expect(await answered({ trade_state })).toMatchObject({
        status: 'unknown',
        cause: { code: 'platform', error: { code: trade_state, listed: false } },
        next: askAgain,
        data: { trade_state },
      });
    },
  );

  it.each(['total_fee', 'transaction_id'])('is not paid without %s', async (name) => {
    for (const value of ['', name === 'total_fee' ? '8.88' : '']) {
      expect(await answered({ [name]: value })).toMatchObject({
        status: 'unknown',
        cause: { code: 'reply_incomplete' },
        next: askAgain,
      });
    }
  });

  it.each(['trade_state', 'out_trade_no'])('is unknown without %s', async (name) => {
    expect(await answered({ [name]: '' })).toMatchObject({
      status: 'unknown',
      cause: { code: 'reply_incomplete' },
    });
  });

  it('does not need what only a paid order has', async () => {
    const { total_fee: _, transaction_id: __, ...unpaid } = paidOrder;
    const xml = await signedXml({ ...unpaid, trade_state: 'ACCEPT' });
    expect(readReply(queryorder.direct, utf8(xml), direct, sentOf(queryorder.direct)).status).toBe('pending');
  });
});

describe('the definition of queryorder', () => {
  it('asks by either number', () => {
    expect(
      describeRequest(queryorder.partner.request).map(({ name, presence }) => `${name} ${presence}`),
    ).toEqual([
      'appid required',
      'mch_id required',
      'nonce_str required',
      'sign_type required',
      'sign required',
      'transaction_id conditional',
      'out_trade_no conditional',
      'contract_id optional',
      'version optional',
      'sub_mch_id required',
      'sub_appid optional',
    ]);
    expect(queryorder.partner.request.atLeastOne).toEqual(['transaction_id', 'out_trade_no']);
  });

  it('differs between the modes in path, sub-merchant and echoes', () => {
    expect(queryorder.partner).toMatchObject({
      path: '/transit/partnerpay/queryorder',
      echoes: ['appid', 'mch_id', 'out_trade_no', 'transaction_id', 'sub_mch_id', 'sub_appid'],
    });
    expect(queryorder.direct).toMatchObject({
      path: '/transit/queryorder',
      role: 'query',
      movesMoney: false,
      echoes: ['appid', 'mch_id', 'out_trade_no', 'transaction_id'],
    });
  });

  it('can count on little of the reply', () => {
    const required = describeReply(queryorder.direct.reply).filter(({ presence }) => presence === 'required');
    expect(required.map(({ name }) => name)).toEqual([
      'return_code',
      'appid',
      'mch_id',
      'nonce_str',
      'sign',
      'result_code',
      'trade_type',
      'total_fee',
      'out_trade_no',
      'trade_state',
    ]);
  });

  it('keeps the payer from hooks', () => {
    const sensitive = describeReply(queryorder.direct.reply).filter((row) => row.sensitive);
    expect(sensitive.map(({ name }) => name)).toEqual(['openid', 'sub_openid']);
  });
});
