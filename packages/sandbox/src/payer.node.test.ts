import { describe, expect, it } from 'vitest';
import { CARD_PAYMENT, createClients, METRO_FARE, NOWHERE, PAYOUT, SCANNED_CARD } from './testing/clients.ts';
import { postForm } from './testing/payer-browser.ts';
import { eventually, testHandlerReceiver, testSandbox } from './testing/test-sandbox.ts';

async function start() {
  const sandbox = await testSandbox({ timeScale: 1 });
  const { mmsp, direct, partner } = await createClients(sandbox);
  return { sandbox, ...mmsp, direct, partner };
}

const quickPayment = { ...CARD_PAYMENT, MERORDERID: 'a', NOTIFY_URL: NOWHERE };

describe('what the platform gives back', () => {
  it('is refunded in quick pay', async () => {
    const { sandbox, quickPay } = await start();
    await quickPay.pay(quickPayment);
    expect(() => sandbox.payer.refund('a')).toThrow('no order with this number that was paid');
    sandbox.payer.settle('a');
    sandbox.payer.refund('a');
    expect(sandbox.orders).toMatchObject([{ state: 'refunded' }]);
    expect(await quickPay.query({ MERORDERID: 'a' })).toMatchObject({
      status: 'refunded',
      authenticated: true,
      data: { STATUS: '3', AMT: 1234 },
    });
    expect(() => sandbox.payer.refund('a')).toThrow('that was paid');
    expect(() => sandbox.payer.settle('a')).toThrow('could still be settled');
  });

  it('is refunded at the gateway', async () => {
    const { sandbox, gateway } = await start();
    const form = await gateway.paymentForm({
      MERORDERID: 'a',
      AMT: 5,
      NOTIFY_URL: NOWHERE,
      JUMP_URL: 'http://127.0.0.1:9/done',
      PAY_CHANNEL: 'ICBC-NET-B2C',
    });
    await postForm(form);
    sandbox.payer.settle('a');
    sandbox.payer.refund(sandbox.orders[0]?.platformNumber ?? '');
    expect(await gateway.query({ MERORDERID: 'a' })).toMatchObject({
      status: 'refunded',
      data: { STATUS: '3', AMT: 5 },
    });
    expect((await postForm(form)).html).toContain('已退款');
  });

  it('is refunded of a deduction, in either mode', async () => {
    const { sandbox, direct, partner } = await start();
    const fare = { ...METRO_FARE, notify_url: NOWHERE };
    await direct.payapply({ ...fare, out_trade_no: 'a' });
    await partner.payapply({ ...fare, out_trade_no: 'b', sub_mch_id: '1900000109' });
    for (const number of ['a', 'b']) {
      sandbox.payer.settle(number);
      sandbox.payer.refund(number);
    }
    const refunded = { status: 'refunded', data: { trade_state: 'REFUND', total_fee: 888 } };
    expect(await direct.queryorder({ out_trade_no: 'a' })).toMatchObject(refunded);
    expect(await partner.queryorder({ out_trade_no: 'b', sub_mch_id: '1900000109' })).toMatchObject(refunded);
    const again = (await createClients(sandbox)).direct;
    expect(await again.payapply({ ...fare, out_trade_no: 'a' })).toMatchObject({
      status: 'unknown',
      cause: { error: { code: 'ORDER_PAID' } },
    });
  });

  it('is what is left of a scan payment', async () => {
    const { sandbox, scanPay, payout } = await start();
    await scanPay.wechatCard({ ...SCANNED_CARD, MERORDERID: 'a', NOTIFY_URL: NOWHERE });
    await scanPay.refund({ MERORDERID: 'a', REFUND_MERORDERID: 'R1', AMT: 30 });
    sandbox.payer.refund('a');
    expect(await scanPay.refund({ MERORDERID: 'a', REFUND_MERORDERID: 'R2', AMT: 1 })).toMatchObject({
      status: 'unknown',
      cause: { error: { code: 'E6' } },
    });
    expect(await payout.balance({ QRYTYPE: '1', ORDERNO: '1' })).toMatchObject({
      data: { ACCINFO: [{ BALANCE: 0 }] },
    });
  });

  it('is never a payout', async () => {
    const { sandbox, payout } = await start();
    await payout.pay({ ...PAYOUT, ORDERNO: '1' });
    sandbox.payer.settle('1');
    expect(() => sandbox.payer.refund('1')).toThrow('that was paid');
  });
});

describe('an order that the payer lets fail', () => {
  it('fails in the words of its own product', async () => {
    const { sandbox, payout, quickPay } = await start();
    await payout.pay({ ...PAYOUT, ORDERNO: '1' });
    await quickPay.pay(quickPayment);
    sandbox.payer.fail('1');
    sandbox.payer.fail('a');
    expect(await payout.query({ ORDERNO: '1' })).toMatchObject({
      status: 'failed',
      error: { code: '3', message: '付款失败' },
    });
    expect(await quickPay.query({ MERORDERID: 'a' })).toMatchObject({
      status: 'failed',
      error: { code: 'D4', message: '订单已关闭' },
    });
  });

  it('is told by a notice in the words of that platform', async () => {
    const sandbox = await testSandbox({ timeScale: 1, notifyFailedDeductions: true });
    const { direct } = await createClients(sandbox);
    const outcomes: unknown[] = [];
    const receiver = await testHandlerReceiver(
      direct.paymentNoticeHandler({ onPaymentNotice: (notice) => void outcomes.push(notice) }),
    );
    await direct.payapply({ ...METRO_FARE, out_trade_no: '1', notify_url: receiver.url });
    sandbox.payer.fail('1');
    await eventually(() =>
      expect(outcomes).toMatchObject([{ status: 'failed', error: { code: 'TRADE_ERROR', listed: true } }]),
    );
  });
});
