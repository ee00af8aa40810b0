import { describe, expect, it } from 'vitest';
import { createGatewayClient } from './gateway/client.ts';
import { credentials, envelope, generalRefusal } from './internal/fixtures/envelopes.ts';
import { fetchAnswering } from './internal/fixtures/fetch-answering.ts';
import { payoutCredentials, order as payoutOrder, payoutReply } from './internal/fixtures/payout-messages.ts';
import { debit, placed } from './internal/fixtures/quick-pay-orders.ts';
import { createPayoutClient } from './payout/client.ts';
import { createQuickPayClient } from './quick-pay/client.ts';
import { createScanPayClient } from './scan-pay/client.ts';

const url = 'https://mmsp.example';
const { MERORDERID } = debit;
const { ORDERNO } = payoutOrder;
const adviceNow = { en: 'Mend the request and query; only the result counts' };
const adviceAfterwards = { en: expect.stringMatching(/after the last pause, it was not executed/) };

const notThere = generalRefusal({ ErrorMsg: '[-2002] 没有该订单' });
const refusals = [
  ['-3005', generalRefusal({ ErrorMsg: '[-3005] 交易金额不符' })],
  ['0', generalRefusal({ ErrorMsg: '消息结构体错误' })],
] as const;
const scanned = {
  MERORDERID: '20260101000001',
  AMT: 1234,
  GOODSNAME: '早餐',
  CODE: '130000000000000001',
  NOTIFY_URL: 'https://merchant.example/notify',
};

describe('an order that was refused', () => {
  it.each(refusals)('is not given a new number on the word of nobody: %s', async (code, refusal) => {
    const { fetch } = fetchAnswering(refusal);
    const scanPay = createScanPayClient({ ...credentials, url, fetch });
    const quickPay = createQuickPayClient({ ...credentials, url, fetch });
    for (const outcome of [await scanPay.wechatCard(scanned), await quickPay.pay(debit)]) {
      expect(outcome).toMatchObject({
        status: 'failed',
        authenticated: false,
        error: { code, action: adviceNow },
        next: { action: 'query' },
      });
    }
  });

  it('and is not there is asked for until the last pause, not sent again', async () => {
    const { fetch } = fetchAnswering(refusals[0][1], notThere);
    const client = createScanPayClient({ ...credentials, url, fetch });
    await client.wechatCard(scanned);
    expect(await client.query({ MERORDERID: scanned.MERORDERID })).toMatchObject({
      status: 'unknown',
      cause: { error: { code: '-2002', action: adviceAfterwards } },
      next: { action: 'query', operation: 'scanPay.query' },
    });
  });

  it.each([true, false])(
    'and is a payout comes to the same, unsigned replies allowed: %s',
    async (allowed) => {
      const reply = (RETCODE: string) => payoutReply({ clear: { RETCODE, RETMSG: '说明' } });
      const { fetch } = fetchAnswering(await reply('1031'), await reply('1028'));
      const allowUnsignedReplies = allowed;
      const client = createPayoutClient({ ...payoutCredentials, url, fetch, allowUnsignedReplies });
      const error = { code: '1031', message: '说明', action: adviceNow };
      expect(await client.pay(payoutOrder)).toMatchObject({
        ...(allowed
          ? { status: 'failed', authenticated: false, error }
          : { status: 'unknown', cause: { code: 'signature_missing', error } }),
        next: { action: 'query', operation: 'payout.query' },
      });
      expect(await client.query({ ORDERNO })).toMatchObject({
        status: 'unknown',
        cause: { error: { code: '1028', action: adviceAfterwards } },
        next: { action: 'query', operation: 'payout.query' },
      });
    },
  );
});

describe('an order whose reply was lost', () => {
  const lost = new Error('dropped');

  it('and is not there is sent again, by the operation that placed it', async () => {
    const { fetch } = fetchAnswering(lost, notThere);
    const scanPay = createScanPayClient({ ...credentials, url, fetch });
    await scanPay.wechatCard(scanned);
    expect((await scanPay.query({ MERORDERID: scanned.MERORDERID })) as object).toMatchObject({
      next: { action: 'repeat', operation: 'scanPay.wechatCard' },
    });
    const { next } = (await scanPay.query({ MERORDERID: '20260101000002' })) as { next: object };
    expect(next).toEqual({ action: 'repeat', afterSeconds: [30, 60, 300] });
  });

  it('and is a refund is for a person to decide about', async () => {
    const client = createScanPayClient({ ...credentials, url, fetch: fetchAnswering(notThere).fetch });
    expect(await client.refundQuery({ REFUND_MERORDERID: 'R1' })).toMatchObject({
      cause: { error: { code: '-2002', action: { en: expect.stringContaining('a person decides') } } },
      next: { action: 'query', operation: 'scanPay.refundQuery' },
    });
  });

  it('and is a form may never have been posted', async () => {
    const client = createGatewayClient({ ...credentials, url, fetch: fetchAnswering(notThere).fetch });
    expect(await client.query({ MERORDERID })).toMatchObject({
      cause: { error: { code: '-2002', action: { en: expect.stringContaining('write off') } } },
      next: { action: 'query', operation: 'gateway.query' },
    });
  });
});

describe('an order of quick pay that is not paid', () => {
  const header = (id: number) => ({ header: { CommandID: id + 0x8000 } });
  const waiting = envelope(placed, header(0x0305));

  it('awaits the code where `pay` placed it, or may have', async () => {
    const awaits = { operation: 'quickPay.confirm', take: ['LIST_ID'], placedBy: 'quickPay.pay' };
    const { fetch } = fetchAnswering(waiting, envelope(placed, header(0x0303)), waiting);
    const client = createQuickPayClient({ ...credentials, url, fetch });
    expect(await client.query({ MERORDERID })).toMatchObject({ status: 'pending', next: { awaits } });
    await client.pay(debit);
    expect(await client.query({ MERORDERID })).toMatchObject({ status: 'pending', next: { awaits } });
  });

  it('awaits nothing where `unionPayOrder` placed it', async () => {
    const { fetch } = fetchAnswering(envelope(placed, header(0x030f)), waiting);
    const client = createQuickPayClient({ ...credentials, url, fetch });
    const { NOTIFY_URL } = debit;
    await client.unionPayOrder({ MERORDERID, AMT: 1234, NOTIFY_URL, JUMP_URL: NOTIFY_URL });
    const outcome = await client.query({ MERORDERID });
    expect(outcome).toMatchObject({ status: 'pending', next: { action: 'query' } });
    expect(outcome.status === 'pending' ? outcome.next : {}).not.toHaveProperty('awaits');
  });
});
