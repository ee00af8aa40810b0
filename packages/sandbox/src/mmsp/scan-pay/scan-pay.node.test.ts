import { createMmspClient, createScanPayClient, scanPay as definitions, untilFinal } from '@yinjian/mmsp';
import { describe, expect, it } from 'vitest';
import { REFUSED_AMOUNT, TEST_PAYMENT_CODES, TEST_REFUNDS } from '../../magic-values.ts';
import { merchants } from '../../merchants.ts';
import type { OperationName } from '../../operations.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { SandboxOptions } from '../../sandbox-options.ts';
import { createClients, NOWHERE, SCANNED, SCANNED_CARD } from '../../testing/clients.ts';
import { eventually, testSandbox } from '../../testing/test-sandbox.ts';

const { MERNO, TERMNO, md5Key, agent } = merchants.mmsp;
const order = { MERORDERID: 'a' } as const;
const named = { ...order, NOTIFY_URL: NOWHERE } as const;
const pre = { ...SCANNED, ...named } as const;
const card = { ...SCANNED_CARD, ...named } as const;
const h5 = { ...named, AMT: 100, GOODSNAME: '珍珠奶茶', JUMP_URL: 'http://127.0.0.1:9/paid' } as const;

/** A sandbox whose orders do not expire in the course of a test. */
async function slowly(options: SandboxOptions = {}) {
  const sandbox = await testSandbox({ timeScale: 1, ...options });
  return { sandbox, client: (await createClients(sandbox)).mmsp.scanPay };
}

/** On a clock that only the test moves, and at full speed otherwise. */
async function withClock() {
  let milliseconds = Date.parse('2026-01-01T00:00:00Z');
  const { sandbox, client } = await slowly({ clock: () => new Date(milliseconds) });
  return { sandbox, client, pass: (seconds: number) => void (milliseconds += seconds * 1000) };
}

type Client = Awaited<ReturnType<typeof slowly>>['client'];
type Input = Readonly<Record<string, unknown>>;

/** Every operation, with what it needs to succeed: an order of its kind, an order that is paid, a refund. */
const OPERATIONS = [
  ['scanPay.wechatPreOrder', pre, 'pending'],
  ['scanPay.wechatCard', card, 'succeeded'],
  ['scanPay.wechatH5', h5, 'pending'],
  ['scanPay.alipayPreOrder', pre, 'pending'],
  ['scanPay.alipayCard', card, 'succeeded'],
  ['scanPay.alipayStaticCode', pre, 'pending'],
  ['scanPay.alipayDynamicCode', pre, 'pending'],
  ['scanPay.alipayH5', h5, 'pending'],
  ['scanPay.qqPreOrder', pre, 'pending'],
  ['scanPay.qqCard', card, 'succeeded'],
  ['scanPay.jdPreOrder', pre, 'pending'],
  ['scanPay.unionPayPreOrder', pre, 'pending'],
  ['scanPay.query', { MERORDERID: 'paid' }, 'succeeded'],
  ['scanPay.cancel', { MERORDERID: 'paid' }, 'succeeded'],
  ['scanPay.close', { MERORDERID: 'open' }, 'succeeded'],
  ['scanPay.refund', { MERORDERID: 'paid', REFUND_MERORDERID: 'R1', AMT: 40 }, 'pending'],
  ['scanPay.refundQuery', { REFUND_MERORDERID: 'R0' }, 'pending'],
] as const;

const PLACING = OPERATIONS.slice(0, 12);
const QUESTIONS = new Set<OperationName>(['scanPay.query', 'scanPay.refundQuery']);

function call(client: Client, name: OperationName, input: Input) {
  const method = Object.entries(client).find(([key]) => `scanPay.${key}` === name)?.[1];
  return (method as unknown as (given: Input) => Promise<{ status: string }>)(input);
}

/** Orders for the operations that work on what exists. */
async function prepared(name: OperationName) {
  const { sandbox, client, pass } = await withClock();
  if (!PLACING.some(([placing]) => placing === name)) {
    await client.wechatCard({ ...card, MERORDERID: 'paid' });
    await client.wechatPreOrder({ ...pre, MERORDERID: 'open' });
    pass(15);
  }
  if (name === 'scanPay.refundQuery') {
    await client.refund({ MERORDERID: 'paid', REFUND_MERORDERID: 'R0', AMT: 10 });
  }
  return { sandbox, client };
}

describe('every operation', () => {
  it.each(OPERATIONS)('%s works', async (name, input, status) => {
    const { client } = await prepared(name);
    expect(await call(client, name, input)).toMatchObject({ status, authenticated: true });
  });

  it.each(OPERATIONS)('%s refused as malformed', async (name, input) => {
    const { sandbox, client } = await prepared(name);
    sandbox.misbehave({ operation: name, fault: 'refuse', code: '0', message: '消息结构体错误' });
    expect(await call(client, name, input)).toMatchObject(
      QUESTIONS.has(name)
        ? { status: 'unknown', next: { action: 'query' } }
        : { status: 'failed', authenticated: false, error: { code: '0', listed: true, mayRepeat: false } },
    );
  });

  it.each(OPERATIONS)('%s concludes nothing while the platform misbehaves', async (name, input) => {
    for (const [fault, code] of [
      ['system-error', 'platform'],
      ['wrong-signature', 'signature_invalid'],
    ] as const) {
      const { sandbox, client } = await prepared(name);
      sandbox.misbehave({ operation: name, fault });
      expect(await call(client, name, input)).toMatchObject({
        status: 'unknown',
        cause: { code },
        next: { action: 'query' },
      });
    }
  });

  it.each(OPERATIONS)(
    '%s takes no other state, order or unsigned reply for an answer',
    async (name, input) => {
      for (const [fault, code] of [
        ['undocumented-state', 'platform'],
        ['another-order', 'reply_mismatch'],
        ['no-signature', 'signature_missing'],
        ['drop-after-executing', 'network'],
      ] as const) {
        const { sandbox, client } = await prepared(name);
        sandbox.misbehave({ operation: name, fault });
        expect(await call(client, name, input)).toMatchObject({ status: 'unknown', cause: { code } });
        await sandbox.close();
      }
    },
  );
});

describe('placing an order', () => {
  it.each(PLACING)('%s fails with D4, goes on with AA, keeps any other code', async (name, input) => {
    const { sandbox, client } = await slowly();
    const placed = (MERORDERID: string, GOODSNAME: string) =>
      call(client, name, { ...input, MERORDERID, GOODSNAME });
    expect(await placed('1', 'REFUSE_D4')).toMatchObject({
      status: 'failed',
      authenticated: true,
      error: { code: 'D4', listed: true, message: '订单已关闭' },
    });
    expect(await placed('2', 'REFUSE_AA')).toMatchObject({
      status: 'pending',
      next: { operation: 'scanPay.query' },
    });
    expect(await placed('3', 'REFUSE_E99')).toMatchObject({
      status: 'unknown',
      cause: { error: { code: 'E99', listed: false } },
      next: { operation: 'scanPay.query' },
    });
    expect(sandbox.orders).toEqual([]);
  });

  it.each(PLACING)('%s refuses a used number, whatever else is asked for', async (name, input) => {
    const { sandbox, client } = await slowly();
    await call(client, name, input);
    const other = (await createClients(sandbox)).mmsp.scanPay;
    for (const again of [input, { ...input, AMT: 101 }]) {
      const fresh = again === input ? client : other;
      expect(await call(fresh, name, again)).toMatchObject({
        status: 'unknown',
        cause: { error: { code: '-2001' } },
        next: { operation: 'scanPay.query' },
      });
    }
    expect(sandbox.orders).toMatchObject([{ number: 'a', amount: 100 }]);
  });

  it('refuses an amount with the code of the document', async () => {
    const { client } = await slowly();
    expect(await client.wechatPreOrder({ ...pre, AMT: REFUSED_AMOUNT })).toMatchObject({
      status: 'failed',
      error: { code: '-3005', listed: true },
    });
  });

  it('tells where to pay: an address, or the data for the wallet', async () => {
    const { sandbox, client } = await slowly();
    const address = await client.wechatPreOrder(pre);
    const { origin } = new URL(sandbox.urls.scanPay);
    expect(address).toMatchObject({
      data: { URL: expect.stringMatching(new RegExp(`^${origin}/payer/\\w+$`)), TRADETYPE: '1' },
    });
    const raw = await client.wechatPreOrder({
      ...pre,
      MERORDERID: 'b',
      TRADETYPE: '2',
      OPENID: 'o1',
      IS_MINIPG: '1',
      SUP_APPID: 'wx1',
      IS_RAW: '1',
    });
    expect(raw).toMatchObject({
      status: 'pending',
      data: { TRADETYPE: '2', PAY_INFO: expect.stringMatching(/^{/) },
    });
    expect(raw).not.toHaveProperty('data.URL');
    const window = { ...pre, TRADETYPE: '2', IS_RAW: '2', ALIPAY_ACCOUNT: 'a@b.cn' } as const;
    expect(await client.alipayPreOrder({ ...window, MERORDERID: 'c' })).toHaveProperty('data.URL');
  });

  it('checks the fields as the documents have them', async () => {
    const { sandbox, client } = await slowly();
    const url = sandbox.urls.scanPay;
    const { request } = definitions.buildRequest(definitions.wechatPreOrder, pre, merchants.mmsp, { url });
    const { body, headers } = request;
    const tampered = body.replace('"NodeID":"openplat"', '"NodeID":"openapi"');
    const reply = await fetch(url, { method: 'POST', body: tampered, headers: { ...headers } });
    expect(await reply.json()).toMatchObject({ CommandID: 32_768, RetCode: 0, Sign: '' });
    const noId = {
      ...definitions.alipayPreOrder,
      request: { fields: definitions.alipayPreOrder.request.fields },
    };
    const { request: without } = definitions.buildRequest(
      noId,
      { ...pre, TRADETYPE: '2' } as never,
      merchants.mmsp,
      {
        url,
      },
    );
    const answer = await fetch(url, { method: 'POST', body: without.body });
    expect(JSON.stringify(await answer.json())).toContain('ALIPAY_USER_ID');
    expect(await client.query(order)).toMatchObject({ status: 'unknown' });
  });

  it('takes a QQ card payment under either id', async () => {
    const { sandbox } = await slowly();
    const options = { MERNO, TERMNO, md5Key, url: sandbox.urls.scanPay };
    const printed = createScanPayClient({ ...options, qqCardCommandId: 776 });
    expect(await printed.qqCard(card)).toMatchObject({ status: 'succeeded' });
  });

  it("uses the agent's key both ways in agent mode", async () => {
    const { sandbox } = await slowly();
    const credentials = { MERNO, TERMNO, md5Key, agent };
    const { scanPay } = createMmspClient({ ...credentials, scanPay: { url: sandbox.urls.scanPay } });
    expect(await scanPay.jdPreOrder(pre)).toMatchObject({ status: 'pending', authenticated: true });
  });
});

describe('a pre-order', () => {
  it('is placed, not paid, until the payer pays', async () => {
    const { sandbox, client } = await slowly();
    const placed = await client.wechatPreOrder(pre);
    const { ORDERNO = '' } = placed.status === 'pending' ? placed.data : {};
    expect(await client.query(order)).toMatchObject({
      status: 'pending',
      data: { STATUS: '3', ERR_CODE: 'AA' },
    });
    sandbox.payer.settle(ORDERNO);
    const paid = { status: 'succeeded', data: { AMT: 100, ORDERNO, MERORDERID: 'a', TRADETYPE: '1' } };
    expect(await client.query(order)).toMatchObject(paid);
    expect(await client.query({ ORDERNO })).toMatchObject(paid);
    expect(await client.query({ ORDERNO, MERORDERID: 'b' })).toMatchObject({
      cause: { error: { code: '-2002' } },
    });
  });

  it('fails when the payer declines', async () => {
    const { sandbox, client } = await slowly();
    await client.qqPreOrder(pre);
    sandbox.payer.fail('a');
    expect(await client.query(order)).toMatchObject({
      status: 'failed',
      error: { code: 'D4', listed: true },
    });
    expect(() => sandbox.payer.settle('a')).toThrow('no order');
  });

  it('expires after five minutes, or when it says', async () => {
    const sandbox = await testSandbox();
    const client = (await createClients(sandbox)).mmsp.scanPay;
    await client.jdPreOrder(pre);
    await eventually(() => expect(sandbox.orders[0]?.state).toBe('closed'));
    expect(await client.query(order)).toMatchObject({ status: 'failed', error: { code: 'D4' } });

    const lasting = await slowly();
    await lasting.client.unionPayPreOrder({ ...pre, TIME_END: '2017-01-01 00:00:00' });
    await eventually(() => expect(lasting.sandbox.orders[0]?.state).toBe('closed'));
    await lasting.client.wechatH5({ ...h5, MERORDERID: 'b', TIME_END: '2017-01-01' });
    await eventually(() => expect(lasting.sandbox.orders[1]?.state).toBe('closed'));
    await lasting.client.wechatH5({ ...h5, MERORDERID: 'c', TIME_END: '2999-01-01' });
    expect(lasting.sandbox.orders[2]?.state).toBe('placed');
  });
});

describe('a card payment', () => {
  it('is paid at once, without a notification', async () => {
    const { sandbox, client } = await slowly();
    expect(await client.wechatCard(card)).toMatchObject({ status: 'succeeded', data: { MERORDERID: 'a' } });
    expect(sandbox.notifications).toEqual([]);
  });

  it.each([
    ['wechatCard', 'pays', 'succeeded'],
    ['alipayCard', 'declines', 'failed'],
  ] as const)('%s of a payer who %s is paying, and then %s', async (name, behaviour, status) => {
    const sandbox = await testSandbox({ timeScale: 0.01 });
    const client = (await createClients(sandbox)).mmsp.scanPay;
    const paying = await client[name]({ ...card, CODE: TEST_PAYMENT_CODES[behaviour] });
    expect(paying).toMatchObject({ status: 'pending', data: { STATUS: '3', ERR_CODE: 'AA' } });
    expect(
      await untilFinal((options) => client.query(order, options), { afterSeconds: [0.02] }),
    ).toMatchObject({
      status,
    });
    expect(sandbox.notifications).toHaveLength(status === 'succeeded' ? 1 : 0);
  });

  it('fails at once for a code that cannot pay', async () => {
    const { client } = await slowly();
    expect(await client.qqCard({ ...card, CODE: TEST_PAYMENT_CODES.refused })).toMatchObject({
      status: 'failed',
      error: { code: 'D4', message: '付款码无效' },
    });
  });

  it('that hangs is given up after so many questions, and can still be decided', async () => {
    const { sandbox, client } = await slowly();
    await client.wechatCard({ ...card, CODE: TEST_PAYMENT_CODES.hangs });
    const ask = () => client.query(order);
    expect(await untilFinal(ask, { afterSeconds: [0], maxTries: 3 })).toMatchObject({ status: 'pending' });
    sandbox.payer.settle('a');
    expect(await ask()).toMatchObject({ status: 'succeeded' });
  });
});

describe('cancel', () => {
  it('is refused within 15 seconds, and then undoes an order, paid or not, again and again', async () => {
    const { sandbox, client, pass } = await withClock();
    await client.wechatCard(card);
    await client.wechatPreOrder({ ...pre, MERORDERID: 'b' });
    pass(14);
    expect(await client.cancel(order)).toMatchObject({
      status: 'failed',
      error: { code: 'E2', listed: false },
    });
    pass(1);
    for (const MERORDERID of ['a', 'b', 'a']) {
      expect(await client.cancel({ MERORDERID })).toMatchObject({
        status: 'succeeded',
        data: { MERORDERID },
      });
    }
    expect(sandbox.orders.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect(await client.query(order)).toMatchObject({ status: 'failed', error: { code: 'D4' } });
  });

  it('fails for an order that is closed, given back, or not there', async () => {
    const { client, pass } = await withClock();
    await client.wechatPreOrder(pre);
    await client.close(order);
    await client.wechatCard({ ...card, MERORDERID: 'b' });
    await client.refund({ MERORDERID: 'b', REFUND_MERORDERID: 'R1', AMT: 1 });
    pass(15);
    expect(await client.cancel(order)).toMatchObject({
      status: 'failed',
      error: { code: 'D4', listed: true },
    });
    expect(await client.cancel({ MERORDERID: 'b' })).toMatchObject({
      status: 'failed',
      error: { code: 'E4' },
    });
    expect(await client.cancel({ MERORDERID: 'c' })).toMatchObject({
      status: 'unknown',
      cause: { error: { code: '-2002' } },
    });
  });
});

describe('close', () => {
  it('keeps an order from being paid', async () => {
    const { sandbox, client } = await slowly();
    await client.alipayStaticCode(pre);
    for (let time = 0; time < 2; time++)
      expect(await client.close(order)).toMatchObject({ status: 'succeeded' });
    expect(() => sandbox.payer.settle('a')).toThrow('no order');
    expect(sandbox.orders[0]?.state).toBe('closed');
  });

  it('fails for an order that is paid, has failed, or is not there', async () => {
    const { sandbox, client } = await slowly();
    await client.alipayCard(card);
    await client.alipayDynamicCode({ ...pre, MERORDERID: 'b' });
    sandbox.payer.fail('b');
    expect(await client.close(order)).toMatchObject({ status: 'failed', error: { code: 'E3' } });
    expect(await client.close({ MERORDERID: 'b' })).toMatchObject({
      status: 'failed',
      error: { code: 'D4' },
    });
    expect(await client.close({ MERORDERID: 'c' })).toMatchObject({
      status: 'unknown',
      cause: { error: { code: '-2002' } },
    });
  });
});

describe('refund', () => {
  const back = (REFUND_MERORDERID: string, AMT: number) => ({ ...order, REFUND_MERORDERID, AMT });

  async function withPaidOrder(options?: SandboxOptions) {
    const { sandbox, client } = await slowly(options);
    await client.wechatCard(card);
    return { sandbox, client };
  }

  const next = { operation: 'scanPay.refundQuery' };
  const accepted = { status: 'pending', next };
  const refused = (code: string) => ({ status: 'unknown', cause: { error: { code } }, next });
  const stateOf = (sandbox: Sandbox) => sandbox.orders[0]?.state;

  it('gives back parts, again and again, never above the amount', async () => {
    const { sandbox, client } = await withPaidOrder();
    expect(await client.refund(back('R1', 40))).toMatchObject({ ...accepted, data: { AMT: 40 } });
    expect(await client.refund(back('R2', 61))).toMatchObject(refused('E6'));
    expect(await client.refund(back('R3', 59))).toMatchObject(accepted);
    expect(stateOf(sandbox)).toBe('paid');
    expect(await client.refund(back('R4', 1))).toMatchObject(accepted);
    expect(stateOf(sandbox)).toBe('refunded');
    expect(await client.refund(back('R5', 1))).toMatchObject(refused('E6'));
    expect(await client.query(order)).toMatchObject({ status: 'succeeded', data: { AMT: 100 } });
  });

  it('is found by either number', async () => {
    const { client } = await withPaidOrder();
    const outcome = await client.refund(back('R1', 40));
    const { REFUND_ORDERNO = '' } = outcome.status === 'pending' ? outcome.data : {};
    const found = { ...accepted, data: { REFUND_MERORDERID: 'R1', REFUND_ORDERNO, AMT: 40 } };
    expect(await client.refundQuery({ REFUND_MERORDERID: 'R1' })).toMatchObject(found);
    expect(await client.refundQuery({ REFUND_ORDERNO })).toMatchObject(found);
    expect(await client.refundQuery({ REFUND_MERORDERID: 'R2' })).toMatchObject({ status: 'unknown' });
  });

  it('may fail after it was accepted, and then the amount is free again', async () => {
    const { sandbox, client } = await withPaidOrder({ timeScale: 0.001 });
    const number = `${TEST_REFUNDS.fails}1`;
    expect(await client.refund(back(number, 100))).toMatchObject(accepted);
    await eventually(() => expect(stateOf(sandbox)).toBe('paid'));
    expect(await client.refundQuery({ REFUND_MERORDERID: number })).toMatchObject({
      status: 'failed',
      error: { code: 'E7', message: '退款失败' },
    });
    expect(await client.refund(back('R2', 100))).toMatchObject(accepted);
  });

  it('is refused for an order that is not paid or not there', async () => {
    const { client } = await slowly();
    await client.wechatPreOrder(pre);
    expect(await client.refund(back('R1', 1))).toMatchObject(refused('E5'));
    expect(await client.refund({ ...back('R2', 1), MERORDERID: 'b' })).toMatchObject({
      status: 'unknown',
      cause: { error: { code: '-2002' } },
    });
  });

  it('executed without an answer is found by a query, and not executed twice', async () => {
    const { sandbox, client } = await withPaidOrder();
    sandbox.misbehave({ operation: 'scanPay.refund', fault: 'drop-after-executing' });
    expect(await client.refund(back('R1', 60))).toMatchObject({
      status: 'unknown',
      next: { operation: 'scanPay.refundQuery' },
    });
    expect(await client.refundQuery({ REFUND_MERORDERID: 'R1' })).toMatchObject(accepted);
    await expect(client.refund(back('R1', 60))).rejects.toMatchObject({ code: 'not_repeatable' });
    const another = (await createClients(sandbox)).mmsp.scanPay;
    expect(await another.refund(back('R1', 60))).toMatchObject(refused('-2001'));
    expect(stateOf(sandbox)).toBe('paid');
    expect(await client.refund(back('R2', 40))).toMatchObject(accepted);
    expect(stateOf(sandbox)).toBe('refunded');
  });

  it('is not sent without the certificate', async () => {
    const { sandbox } = await withPaidOrder();
    const { scanPay } = createMmspClient({ MERNO, TERMNO, md5Key, scanPay: { url: sandbox.urls.scanPay } });
    await expect(scanPay.refund(back('R1', 1))).rejects.toMatchObject({ code: 'certificate_required' });
    await expect(scanPay.cancel(order)).rejects.toMatchObject({ code: 'certificate_required' });
  });
});
