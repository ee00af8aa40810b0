import { type ScanPayNotification, scanPay } from '@yinjian/mmsp';
import { describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../../sandbox-options.ts';
import { createClients, NOWHERE, SCANNED } from '../../testing/clients.ts';
import { decide, formIn } from '../../testing/payer-browser.ts';
import { eventually, testHandlerReceiver, testSandbox } from '../../testing/test-sandbox.ts';

const order = { MERORDERID: 'a' } as const;
const pre = { ...SCANNED, ...order, NOTIFY_URL: NOWHERE } as const;
const h5 = {
  ...order,
  AMT: 100,
  GOODSNAME: '珍珠奶茶',
  NOTIFY_URL: NOWHERE,
  JUMP_URL: 'http://127.0.0.1:9/paid?x=1',
} as const;

const APPS = [
  ['wechatPreOrder', '微信支付', pre],
  ['wechatH5', '微信支付', h5],
  ['alipayPreOrder', '支付宝', pre],
  ['alipayStaticCode', '支付宝', pre],
  ['alipayDynamicCode', '支付宝', pre],
  ['alipayH5', '支付宝', h5],
  ['qqPreOrder', 'QQ钱包', pre],
  ['jdPreOrder', '京东支付', pre],
  ['unionPayPreOrder', '银联钱包', pre],
] as const;

type Placing = (typeof APPS)[number][0];

/** `string(100)` [M] 扫码 5.1, counted in characters. */
const MAX_URL_LENGTH = 100;

/** A sandbox whose orders do not expire in the course of a test. */
async function start(options: SandboxOptions = {}) {
  const sandbox = await testSandbox({ timeScale: 1, ...options });
  return { sandbox, client: (await createClients(sandbox)).mmsp.scanPay };
}

/** An order, and the address that a payer would open. */
async function place(name: Placing, input: object, options: SandboxOptions = {}) {
  const { sandbox, client } = await start(options);
  const placed = await (client[name] as (given: object) => ReturnType<typeof client.wechatH5>)(input);
  if (placed.status !== 'pending') throw new Error(placed.status);
  return { sandbox, client, url: placed.data.URL ?? '' };
}

/** What a browser shows. */
async function open(url: string) {
  const response = await fetch(url, { redirect: 'manual' });
  return { status: response.status, html: await response.text(), headers: response.headers };
}

/** Opens a page and presses one of its buttons. */
async function openAndPress(url: string, decision: string) {
  const { html } = await open(url);
  expect(html).toContain(`<button name="decision" value="${decision}">`);
  return await decide(new URL(formIn(html).action, url).href, decision);
}

describe('the page of a scan payment', () => {
  it.each(APPS)('%s leads to one that shows %s and the order', async (name, app, input) => {
    const { sandbox, url } = await place(name, input);
    expect(url.length).toBeLessThanOrEqual(MAX_URL_LENGTH);
    expect(new URL(url).origin).toBe(new URL(sandbox.urls.scanPay).origin);
    const { status, html } = await open(url);
    expect(status).toBe(200);
    for (const shown of [`<h1>${app}`, '¥1.00', '珍珠奶茶', '确认支付', '拒绝', '不会扣款']) {
      expect(html).toContain(shown);
    }
    expect(sandbox.orders[0]?.state).toBe('placed');
  });

  it.each(APPS)('of %s is clicked through: confirmed, paid, notified', async (name, _, input) => {
    const notifications: ScanPayNotification[] = [];
    const reference = await start();
    const receiver = await testHandlerReceiver(
      reference.client.notificationHandler({
        onNotification: (notification) => void notifications.push(notification),
      }),
    );
    const { sandbox, client, url } = await place(name, { ...input, NOTIFY_URL: receiver.url });
    expect(await client.query(order)).toMatchObject({ status: 'pending', data: { STATUS: '3' } });
    const { status } = await openAndPress(url, 'confirm');
    expect(status).toBe(input === h5 ? 303 : 200);
    expect(await client.query(order)).toMatchObject({ status: 'succeeded', data: { AMT: 100 } });
    await eventually(() => expect(sandbox.notifications[0]?.state).toBe('acknowledged'));
    expect(notifications).toMatchObject([
      { status: 'succeeded', authenticated: true, data: { MERORDERID: 'a', AMT: 100 } },
    ]);
    expect((await open(url)).html).toMatch(/支付成功/);
  });

  it.each(APPS)('of %s is clicked through: declined, failed, not notified', async (name, _, input) => {
    const { sandbox, client, url } = await place(name, input);
    await openAndPress(url, 'decline');
    expect(await client.query(order)).toMatchObject({ status: 'failed', error: { code: 'D4' } });
    await decide(url, 'confirm');
    expect(sandbox.orders[0]?.state).toBe('failed');
    expect(sandbox.notifications).toEqual([]);
    const { html } = await open(url);
    expect(html).toContain('未支付 Not paid');
    expect(html).not.toContain('<form');
  });

  it('notifies once, however often it is confirmed', async () => {
    const { sandbox, url } = await place('wechatPreOrder', pre);
    await Promise.all([decide(url, 'confirm'), decide(url, 'confirm')]);
    await decide(url, 'decline');
    expect(sandbox.notifications).toHaveLength(1);
    expect(sandbox.orders[0]?.state).toBe('paid');
  });

  it('waits for one of its buttons', async () => {
    const { sandbox, url } = await place('qqPreOrder', pre);
    expect(await decide(url, 'nonsense')).toEqual({ status: 200, location: null });
    expect((await fetch(url, { method: 'POST', body: 'x'.repeat(2000) })).status).toBe(200);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(405);
    expect(sandbox.orders[0]?.state).toBe('placed');
  });

  it('shows each order its own page', async () => {
    const { sandbox, client, url } = await place('wechatPreOrder', pre, { random: () => 0.5 });
    const other = await client.jdPreOrder({ ...pre, MERORDERID: 'b' });
    await decide((other.status === 'pending' ? other.data.URL : undefined) ?? '', 'confirm');
    expect(sandbox.orders).toMatchObject([
      { number: 'a', state: 'placed' },
      { number: 'b', state: 'paid' },
    ]);
    expect((await open(url)).html).toContain('确认支付');
  });
});

describe('where the browser goes from the page of a scan payment', () => {
  it.each(['confirm', 'decline'])('on from an H5 payment: %s', async (decision) => {
    for (const name of ['wechatH5', 'alipayH5'] as const) {
      const { url } = await place(name, h5);
      expect(await openAndPress(url, decision)).toEqual({ status: 303, location: h5.JUMP_URL });
      expect(await decide(url, decision)).toEqual({ status: 303, location: h5.JUMP_URL });
    }
  });

  it('on from a pre-order that says where, once it is paid', async () => {
    const input = { ...pre, JUMP_URL: 'http://127.0.0.1:9/p' };
    const paid = await place('wechatPreOrder', input);
    expect(await openAndPress(paid.url, 'confirm')).toEqual({ status: 303, location: input.JUMP_URL });
    const declined = await place('wechatPreOrder', input);
    expect(await openAndPress(declined.url, 'decline')).toEqual({ status: 200, location: null });
  });

  it('nowhere, where nothing is said', async () => {
    const { JUMP_URL: _, ...without } = h5;
    const { url } = await place('alipayH5', without);
    expect(await openAndPress(url, 'confirm')).toEqual({ status: 200, location: null });
  });

  it('to an address that a header can carry', async () => {
    const { url } = await place('wechatH5', { ...h5, JUMP_URL: 'http://127.0.0.1:9/完成' });
    expect(await openAndPress(url, 'confirm')).toEqual({
      status: 303,
      location: 'http://127.0.0.1:9/%E5%AE%8C%E6%88%90',
    });
  });

  it('nowhere, if the order was closed meanwhile', async () => {
    const { client, url } = await place('wechatH5', h5);
    await client.close(order);
    expect(await decide(url, 'confirm')).toEqual({ status: 200, location: null });
  });
});

describe('the page of an order that waits for no payer', () => {
  it('says that it has expired', async () => {
    const { sandbox, client, url } = await place('alipayH5', h5, { timeScale: 0.0001 });
    await eventually(() => expect(sandbox.orders[0]?.state).toBe('closed'));
    await decide(url, 'confirm');
    const { html } = await open(url);
    expect(html).toContain('订单已过期');
    expect(html).not.toContain('<form');
    expect(await client.query(order)).toMatchObject({ status: 'failed', error: { code: 'D4' } });
    expect(sandbox.notifications).toEqual([]);
  });

  it('says that the merchant has closed it', async () => {
    const { sandbox, client, url } = await place('unionPayPreOrder', pre);
    await client.close(order);
    await decide(url, 'confirm');
    expect((await open(url)).html).toMatch(/role="status">未支付，商户已关闭订单/);
    expect(sandbox.orders[0]?.state).toBe('closed');
  });

  it('says that the merchant has cancelled it', async () => {
    let milliseconds = 0;
    const { sandbox, client, url } = await place('jdPreOrder', pre, { clock: () => new Date(milliseconds) });
    milliseconds = scanPay.CANCEL_AFTER_SECONDS * 1000;
    await client.cancel(order);
    await decide(url, 'confirm');
    expect((await open(url)).html).toMatch(/role="status">商户已撤销订单/);
    expect(sandbox.orders[0]?.state).toBe('cancelled');
  });

  it('says that it was settled without a browser', async () => {
    const paid = await place('alipayDynamicCode', pre);
    paid.sandbox.payer.settle('a');
    expect(await decide(paid.url, 'decline')).toEqual({ status: 200, location: null });
    expect((await open(paid.url)).html).toMatch(/role="status">支付成功/);
    const failed = await place('alipayStaticCode', pre);
    failed.sandbox.payer.fail('a');
    expect((await open(failed.url)).html).toMatch(/role="status">未支付/);
  });

  it('says that it was given back', async () => {
    const { client, url } = await place('wechatPreOrder', pre);
    await decide(url, 'confirm');
    await client.refund({ ...order, REFUND_MERORDERID: 'R1', AMT: 100 });
    expect((await open(url)).html).toMatch(/role="status">已退款/);
  });
});

describe('the page of a scan payment, against attackers', () => {
  it('shows what a merchant has sent as text, under a policy without scripts', async () => {
    const { url } = await place('wechatH5', {
      ...h5,
      MERORDERID: `"><img/src=x>'&`,
      GOODSNAME: '<script>1',
    });
    const { html, headers } = await open(url);
    expect(html).toContain('&quot;&gt;&lt;img/src=x&gt;&#39;&amp;');
    expect(html).toContain('&lt;script&gt;1');
    expect(html).not.toMatch(/<(?:script|img)/);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"`);
    expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is not found under another token', async () => {
    const { sandbox, url } = await place('wechatPreOrder', pre);
    const token = url.slice(url.lastIndexOf('/') + 1);
    const { platformNumber = '' } = sandbox.orders[0] ?? {};
    for (const forged of [`${token}1`, token.slice(1), platformNumber, 'a', '%00', '__proto__']) {
      const address = new URL(`/payer/${forged}`, url).href;
      expect((await open(address)).status).toBe(404);
      expect(await decide(address, 'confirm')).toEqual({ status: 404, location: null });
    }
    expect(sandbox.orders[0]?.state).toBe('placed');
  });
});
