import { type QuickPayNotification, quickPay } from '@yinjian/mmsp';
import { describe, expect, it } from 'vitest';
import { REFUSED_AMOUNT } from '../../magic-values.ts';
import { createClients, NOWHERE } from '../../testing/clients.ts';
import { decide } from '../../testing/payer-browser.ts';
import { eventually, testHandlerReceiver, testSandbox } from '../../testing/test-sandbox.ts';

const order = {
  MERORDERID: 'a',
  AMT: 1000,
  JUMP_URL: 'http://127.0.0.1:9/done?x=1',
  NOTIFY_URL: NOWHERE,
} as const;

async function start() {
  const sandbox = await testSandbox();
  return { sandbox, client: (await createClients(sandbox)).mmsp.quickPay };
}

async function place(change: { readonly TRADE_MODE?: '1' | '2'; readonly NOTIFY_URL?: string } = {}) {
  const { sandbox, client } = await start();
  const outcome = await client.unionPayOrder({ ...order, ...change });
  if (outcome.status !== 'pending') throw new Error(outcome.status);
  return { sandbox, client, outcome, url: outcome.data.PAY_URL ?? '' };
}

describe('a UnionPay order', () => {
  it('is placed, confirmed on its page, notified and found paid', async () => {
    const notifications: QuickPayNotification[] = [];
    const { md5Key } = (await testSandbox()).merchants.mmsp;
    const receiver = await testHandlerReceiver(
      quickPay.createQuickPayNotificationHandler(
        { md5Key },
        { onNotification: (notification) => void notifications.push(notification) },
      ),
    );
    const { client, outcome, url } = await place({ NOTIFY_URL: receiver.url });
    expect(outcome).toMatchObject({ next: { operation: 'quickPay.query' }, data: { AMT: 1000 } });
    expect(outcome.data).not.toHaveProperty('HTML');
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toMatch(/¥10\.00[^]*确认支付[^]*拒绝/);
    expect(await client.query({ MERORDERID: 'a' })).toMatchObject({ status: 'pending' });

    const decided = await decide(url, 'confirm');
    expect(decided).toEqual({ status: 303, location: order.JUMP_URL });
    expect(await client.query({ MERORDERID: 'a' })).toMatchObject({
      status: 'succeeded',
      data: { AMT: 1000 },
    });
    await eventually(() =>
      expect(notifications).toMatchObject([{ status: 'succeeded', data: { AMT: 1000 } }]),
    );
  });

  it('is declined on its page, whatever is pressed later', async () => {
    const { sandbox, client, url } = await place();
    const back = { status: 303, location: order.JUMP_URL };
    expect(await decide(url, 'decline')).toEqual(back);
    expect(await decide(url, 'confirm')).toEqual(back);
    expect(await (await fetch(url)).text()).toMatch(/未支付/);
    expect(sandbox.orders[0]?.state).toBe('failed');
    expect(await client.query({ MERORDERID: 'a' })).toMatchObject({
      status: 'failed',
      error: { code: 'D4' },
    });
  });

  it('comes as HTML that leads to the page', async () => {
    const { outcome, url } = await place({ TRADE_MODE: '2' });
    expect(outcome.data.HTML).toContain(`action="${url}"`);
  });

  it('stays as it is until something is decided', async () => {
    const { sandbox, url } = await place();
    expect(await decide(url, 'nonsense')).toEqual({ status: 200, location: null });
    expect((await fetch(url, { method: 'PUT' })).status).toBe(405);
    expect((await fetch(url, { method: 'POST', body: 'x'.repeat(2000) })).status).toBe(200);
    expect(sandbox.orders[0]?.state).toBe('placed');
    expect((await fetch(`${url}x`)).status).toBe(404);
    expect(await decide(`${url}x`, 'confirm')).toMatchObject({ status: 404 });
  });

  it('is refused for a used number and a refused amount', async () => {
    const { sandbox, client } = await place();
    const again = (await createClients(sandbox)).mmsp.quickPay;
    expect(await again.unionPayOrder({ ...order, AMT: 1 })).toMatchObject({
      status: 'unknown',
      cause: { error: { code: '-2001' } },
      next: { operation: 'quickPay.query' },
    });
    expect(await client.unionPayOrder({ ...order, MERORDERID: 'b', AMT: REFUSED_AMOUNT })).toMatchObject({
      status: 'failed',
      error: { code: '-3005' },
    });
  });
});
