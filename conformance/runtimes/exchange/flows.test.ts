import { describe, expect, it } from 'vitest';
import { CARD_PAYMENT, createClients, METRO_FARE, NOWHERE, PAYOUT, SCANNED_CARD } from './support/clients.ts';
import { control } from './support/control.ts';

const POLL = { timeout: 20_000, interval: 20 };

/** Answers the notification sent to this address as the handler does. */
async function deliver(key: string, handler: (request: Request) => Promise<Response>) {
  const { headers, body } = await control.notification(key);
  const request = new Request('https://merchant.example/notify', { method: 'POST', headers, body });
  const response = await handler(request);
  const { status } = response;
  return await control.answer(key, {
    status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  });
}

describe('against the live sandbox', () => {
  it('a fare is deducted, queried and notified', async () => {
    const { partner } = await createClients();
    const order = { sub_mch_id: '1900000109', out_trade_no: 'flow-transit' };
    const notify_url = await control.notifyUrl(order.out_trade_no);
    expect(await partner.payapply({ ...METRO_FARE, ...order, notify_url })).toMatchObject({
      status: 'pending',
      authenticated: true,
      next: { operation: 'queryorder' },
    });
    await expect
      .poll(() => partner.queryorder(order), POLL)
      .toMatchObject({ status: 'succeeded', authenticated: true, data: { total_fee: 888 } });
    const notices: unknown[] = [];
    const handler = partner.paymentNoticeHandler({ onPaymentNotice: (notice) => void notices.push(notice) });
    expect(await deliver(order.out_trade_no, handler)).toBe('acknowledged');
    expect(notices).toMatchObject([{ status: 'succeeded', authenticated: true, data: { total_fee: 888 } }]);
  });

  it('a quick payment is placed, confirmed, queried and notified', async () => {
    const { quickPay } = (await createClients()).mmsp;
    const MERORDERID = 'flow-quick-pay';
    const NOTIFY_URL = await control.notifyUrl(MERORDERID);
    const placed = await quickPay.pay({ ...CARD_PAYMENT, MERORDERID, NOTIFY_URL });
    expect(placed).toMatchObject({
      status: 'pending',
      authenticated: true,
      next: { operation: 'quickPay.confirm' },
    });
    const { LIST_ID = '' } = placed.status === 'pending' ? placed.data : {};
    const confirmed = await quickPay.confirm({ LIST_ID, MSG_CODE: await control.smsCode(LIST_ID) });
    expect(confirmed).toMatchObject({ status: 'pending', next: { operation: 'quickPay.query' } });
    await expect
      .poll(() => quickPay.query({ MERORDERID }), POLL)
      .toMatchObject({ status: 'succeeded', authenticated: true, data: { AMT: 1234, LIST_ID } });
    const notifications: unknown[] = [];
    const handler = quickPay.notificationHandler({ onNotification: (one) => void notifications.push(one) });
    expect(await deliver(MERORDERID, handler)).toBe('acknowledged');
    expect(notifications).toMatchObject([
      { status: 'succeeded', authenticated: true, data: { MERORDERID, AMT: 1234 } },
    ]);
  });

  it('a payout is encrypted, signed, made and queried', async () => {
    const { payout } = (await createClients()).mmsp;
    const ORDERNO = '20260101000001';
    expect(await payout.pay({ ...PAYOUT, ORDERNO })).toMatchObject({
      status: 'pending',
      authenticated: true,
      next: { operation: 'payout.query' },
    });
    await expect
      .poll(() => payout.query({ ORDERNO }), POLL)
      .toMatchObject({ status: 'succeeded', authenticated: true, data: { AMT: 100, ACCNAME: '张三' } });
  });

  it('a payment code is scanned, paid at once and queried', async () => {
    const { scanPay } = (await createClients()).mmsp;
    const MERORDERID = 'flow-scan-pay';
    const paid = { status: 'succeeded', authenticated: true, data: { MERORDERID } };
    expect(await scanPay.wechatCard({ ...SCANNED_CARD, MERORDERID, NOTIFY_URL: NOWHERE })).toMatchObject(
      paid,
    );
    expect(await scanPay.query({ MERORDERID })).toMatchObject(paid);
  });
});
