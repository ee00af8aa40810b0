import { type GatewayNotification, gateway as product } from '@yinjian/mmsp';
import { describe, expect, it } from 'vitest';
import { REFUSED_AMOUNT } from '../../magic-values.ts';
import { createClients, NOWHERE } from '../../testing/clients.ts';
import { decide, formIn, postForm } from '../../testing/payer-browser.ts';
import { eventually, testHandlerReceiver, testSandbox } from '../../testing/test-sandbox.ts';

const order = {
  MERORDERID: '711245',
  AMT: 1,
  NOTIFY_URL: NOWHERE,
  JUMP_URL: 'http://127.0.0.1:9/done?session=1#top',
  PAY_CHANNEL: 'ICBC-NET-B2C',
  GOODSNAME: '商品',
  REMARK: '"><script>alert(1)</script>',
} as const;

async function start() {
  const sandbox = await testSandbox();
  return { sandbox, client: (await createClients(sandbox)).mmsp.gateway };
}

/** The client's HTML, posted as a browser does, and the payer's page that came back. */
async function post(change: object = {}) {
  const { sandbox, client } = await start();
  const html = await client.paymentFormHtml({ ...order, ...change }, { nonce: 'bm9uY2U=' });
  const page = await postForm(formIn(html));
  return { sandbox, client, page, url: formIn(page.html).action };
}

describe('a gateway payment', () => {
  it('leads the browser to a page that shows the order, everything escaped', async () => {
    const { sandbox, page, url } = await post();
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    for (const shown of [
      '工商银行',
      '711245',
      '¥0.01',
      '商品',
      '&quot;&gt;&lt;script&gt;',
      '确认支付',
      '拒绝',
    ]) {
      expect(page.html).toContain(shown);
    }
    expect(page.html).not.toContain('<script');
    expect(url.startsWith(new URL(sandbox.urls.gateway).origin)).toBe(true);
    expect(sandbox.orders).toMatchObject([
      { product: 'gateway', number: '711245', state: 'placed', amount: 1 },
    ]);
  });

  it('is confirmed, notified and found paid; what the browser brings back proves nothing', async () => {
    const notifications: GatewayNotification[] = [];
    const { sandbox: reference } = await start();
    const { md5Key } = reference.merchants.mmsp;
    const onNotification = (notification: GatewayNotification) => void notifications.push(notification);
    const receiver = await testHandlerReceiver(
      product.createGatewayNotificationHandler({ md5Key }, { onNotification }),
    );
    const { sandbox, client, url } = await post({ NOTIFY_URL: receiver.url });
    expect(await client.query({ MERORDERID: '711245' })).toMatchObject({
      status: 'pending',
      authenticated: true,
      next: { operation: 'gateway.query' },
    });
    const { status, location } = await decide(url, 'confirm');
    expect(status).toBe(303);
    expect(location).toMatch(/^http:\/\/127\.0\.0\.1:9\/done\?session=1&STATUS=1&.*#top$/);
    const returned = client.readPaymentReturn(location ?? '');
    const { platformNumber: LIST_ID } = sandbox.orders[0] ?? { platformNumber: '' };
    expect(returned).toMatchObject({
      verified: false,
      claims: { STATUS: '1', LIST_ID, MERORDERID: '711245', AMT: 1, REMARK: order.REMARK, GOODSNAME: '商品' },
    });
    expect(await client.query({ MERORDERID: '711245' })).toMatchObject({
      status: 'succeeded',
      authenticated: true,
      data: { AMT: 1, LIST_ID, PAY_CHANNEL: order.PAY_CHANNEL, REMARK: order.REMARK },
    });
    await eventually(() =>
      expect(notifications).toMatchObject([
        { status: 'succeeded', data: { AMT: 1, LIST_ID, PUSH_COUNT: 1 } },
      ]),
    );
    expect(sandbox.notifications).toMatchObject([{ notification: 'gateway.notification' }]);
  });

  it('is declined, not notified, and found failed', async () => {
    const { sandbox, client, url } = await post();
    const { location } = await decide(url, 'decline');
    expect(client.readPaymentReturn(location ?? '').claims).toMatchObject({ STATUS: '2', ERRCODE: 'D4' });
    await decide(url, 'confirm');
    expect(await client.query({ MERORDERID: '711245' })).toMatchObject({
      status: 'failed',
      error: { code: 'D4', listed: true },
    });
    expect(sandbox.notifications).toEqual([]);
  });

  it('shows the same page to a browser that posts the same form again', async () => {
    const { sandbox, client, page, url } = await post();
    const again = await postForm(await client.paymentForm(order));
    expect(again.html).toBe(page.html);
    await decide(url, 'confirm');
    expect((await postForm(await client.paymentForm(order))).html).toContain('支付成功');
    expect(sandbox.orders).toHaveLength(1);
  });

  it('can be settled without a browser', async () => {
    const { sandbox, client } = await post();
    sandbox.payer.settle('711245');
    expect(await client.query({ MERORDERID: '711245' })).toMatchObject({ status: 'succeeded' });
  });

  it('is not there before the form was posted', async () => {
    const { sandbox, client } = await start();
    await client.paymentForm(order);
    expect(await client.query({ MERORDERID: '711245' })).toMatchObject({
      status: 'unknown',
      cause: { error: { code: '-2002' } },
      next: { operation: 'gateway.query' },
    });
    expect(sandbox.orders).toEqual([]);
  });

  it('is refused, on a page, for a used number with other parameters', async () => {
    const { sandbox } = await post();
    const other = (await createClients(sandbox)).mmsp.gateway;
    const { html } = await postForm(await other.paymentForm({ ...order, AMT: 2 }));
    expect(html).toContain('[-2001] 商户订单号重复');
    expect(html).not.toContain('<form');
    expect(sandbox.orders).toMatchObject([{ amount: 1 }]);
  });

  it.each([
    ['a refused amount', { AMT: REFUSED_AMOUNT }, '[-3005]'],
    ['a magic name of the goods', { GOODSNAME: 'REFUSE_D4' }, '[D4] 订单已关闭'],
  ])('is refused, on a page, for %s', async (_, change, words) => {
    const { sandbox, page } = await post(change);
    expect(page.html).toContain(words);
    expect(sandbox.orders).toEqual([]);
  });

  it('is refused, on a page, when the message was changed, is none, or asks for something else', async () => {
    const { sandbox, client } = await start();
    const form = await client.paymentForm(order);
    const send = async (web_api: string) => (await postForm({ ...form, fields: { web_api } })).html;
    expect(await send(form.fields.web_api.replace('"AMT":"1"', '"AMT":"2"'))).toContain('签名错误');
    expect(await send('<b>"</b>')).toContain('消息结构体错误');
    expect(await send(form.fields.web_api.replace('2322', '2323'))).toContain('消息结构体错误');
    expect((await postForm({ action: form.action, fields: { other: '1' } })).html).toContain(
      '消息结构体错误',
    );
    expect(sandbox.orders).toEqual([]);
  });

  it('is refused as JSON: only a browser may post it', async () => {
    const { sandbox, client } = await start();
    const { action, fields } = await client.paymentForm(order);
    const reply = await fetch(action, { method: 'POST', body: fields.web_api });
    expect(await reply.json()).toMatchObject({ CommandID: 32768, RetCode: 0 });
    expect(sandbox.orders).toEqual([]);
  });
});

describe('what goes wrong with the gateway', () => {
  it('leaves a query unknown', async () => {
    const { sandbox, client } = await post();
    for (const [fault, code] of [
      ['wrong-signature', 'signature_invalid'],
      ['another-order', 'reply_mismatch'],
      ['undocumented-state', 'platform'],
      ['bad-gateway', 'http_status'],
    ] as const) {
      sandbox.misbehave({ operation: 'gateway.query', fault });
      expect(await client.query({ MERORDERID: '711245' })).toMatchObject({
        status: 'unknown',
        cause: { code },
      });
    }
  });

  it('loses a notification, and then sends it again', async () => {
    const seen: unknown[] = [];
    const { sandbox: reference } = await start();
    const { md5Key } = reference.merchants.mmsp;
    const receiver = await testHandlerReceiver(
      product.createGatewayNotificationHandler({ md5Key }, { onNotification: (one) => void seen.push(one) }),
    );
    const { sandbox } = await post({ NOTIFY_URL: receiver.url });
    sandbox.misbehave({ notification: 'gateway.notification', fault: 'lost' });
    sandbox.misbehave({ notification: 'gateway.notification', fault: 'tampered' });
    sandbox.payer.settle('711245');
    await eventually(() => expect(sandbox.notifications[0]?.state).toBe('acknowledged'));
    expect(seen).toMatchObject([{ status: 'succeeded', data: { AMT: 1, PUSH_COUNT: 3 } }]);
  });

  it.each([
    ['drop-before-executing', 'no answer', 0],
    ['drop-after-executing', 'no answer', 1],
    ['drop-within-reply', 'no answer', 1],
    ['bad-gateway', '502', 1],
    ['redirect', '302', 1],
    ['empty', '200', 1],
    ['system-error', '200 [-9999] 系统繁忙', 0],
    ['system-error-after-executing', '200 [-9999] 系统繁忙', 1],
  ] as const)('answers a form with %s', async (fault, expected, placed) => {
    const { sandbox, client } = await start();
    sandbox.misbehave({ operation: 'gateway.pay', fault });
    const answer = await postForm(await client.paymentForm(order)).then(
      ({ status, html }) => [status, ...(/\[-.*(?=<)/.exec(html) ?? [])].join(' '),
      () => 'no answer',
    );
    expect(answer).toBe(expected);
    expect(sandbox.orders).toHaveLength(placed);
    expect((await postForm(await client.paymentForm({ ...order, MERORDERID: 'b' }))).status).toBe(200);
  });

  it('refuses a form with the code that is told', async () => {
    const { sandbox, client } = await start();
    sandbox.misbehave({ operation: 'gateway.pay', fault: 'refuse', code: 'D4' });
    expect((await postForm(await client.paymentForm(order))).html).toContain('[D4] 订单已关闭');
  });
});
