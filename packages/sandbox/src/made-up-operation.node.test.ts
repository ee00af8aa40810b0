import { quickPay } from '@yinjian/mmsp';
import { describe, expect, it, vi } from 'vitest';
import { createClients, NOWHERE } from './testing/clients.ts';
import { callOperation } from './testing/every-operation.ts';
import { decide } from './testing/payer-browser.ts';
import { callQuickPay, envelope } from './testing/raw-requests.ts';
import { eventually, testHandlerReceiver, testReceiver, testSandbox } from './testing/test-sandbox.ts';

// One definition and one line in the provider: what a new operation takes there. Nothing in the sandbox knows of them.
vi.mock('../../mmsp/src/quick-pay/operations.ts', async (original) => {
  const operations = await original<typeof import('../../mmsp/src/quick-pay/operations.ts')>();
  const giftCard = { ...operations.unionPayOrder, name: 'quickPay.giftCard', commandId: 0x03a1 };
  const giftCardBalance = { ...operations.query, name: 'quickPay.giftCardBalance', commandId: 0x03a2 };
  return { ...operations, giftCard, giftCardBalance };
});
vi.mock('../../mmsp/src/scan-pay/operations.ts', async (original) => {
  const operations = await original<typeof import('../../mmsp/src/scan-pay/operations.ts')>();
  return {
    ...operations,
    palmCard: { ...operations.wechatCard, name: 'scanPay.palmCard', commandId: 0x09a1 },
  };
});
vi.mock('../../mmsp/src/gateway/operations.ts', async (original) => {
  const operations = await original<typeof import('../../mmsp/src/gateway/operations.ts')>();
  const invoice = { ...operations.pay, ...operations.query, name: 'gateway.invoice', commandId: 0x09a2 };
  return { ...operations, invoice: { ...invoice, role: 'create', request: operations.pay.request } };
});
vi.mock('../../mmsp/src/payout/operations.ts', async (original) => {
  const operations = await original<typeof import('../../mmsp/src/payout/operations.ts')>();
  return { ...operations, payNow: { ...operations.pay, name: 'payout.payNow', commandId: 0x10a1 } };
});
vi.mock('../../wechat-transit/src/definitions.ts', async (original) => {
  const definitions = await original<typeof import('../../wechat-transit/src/definitions.ts')>();
  const { partner, direct } = definitions.payapply;
  const named = { name: 'ferry' };
  return {
    ...definitions,
    ferry: {
      partner: { ...partner, ...named, path: '/transit/partnerpay/ferry' },
      direct: { ...direct, ...named, path: '/transit/ferry' },
    },
  };
});

const giftCard = {
  MERORDERID: 'g1',
  AMT: 500,
  JUMP_URL: 'http://127.0.0.1:9/done',
  NOTIFY_URL: NOWHERE,
};

async function start(options = {}) {
  const sandbox = await testSandbox({ timeScale: 0.0001, ...options });
  const clients = await createClients(sandbox);
  return { sandbox, clients, other: await createClients(sandbox) };
}

describe('an operation that only a provider knows', () => {
  it('places an order that is queried, paid on its page, notified and collected like any other', async () => {
    const { sandbox, clients } = await start({ payoutBalance: 0, timeScale: 1 });
    const { md5Key } = sandbox.merchants.mmsp;
    const notified: unknown[] = [];
    const receiver = await testHandlerReceiver(
      quickPay.createQuickPayNotificationHandler(
        { md5Key },
        { onNotification: (one) => void notified.push(one) },
      ),
    );
    const placed = await callOperation(clients, 'quickPay.giftCard', {
      ...giftCard,
      NOTIFY_URL: receiver.url,
    });
    expect(placed).toMatchObject({
      status: 'pending',
      authenticated: true,
      data: { STATUS: '0', MERORDERID: 'g1', AMT: 500, LIST_ID: sandbox.orders[0]?.platformNumber },
    });
    expect(sandbox.orders).toMatchObject([
      { product: 'quickPay', number: 'g1', amount: 500, state: 'placed' },
    ]);
    const { query } = clients.mmsp.quickPay;
    expect(await query({ MERORDERID: 'g1' })).toMatchObject({ status: 'pending' });

    const page = placed.data?.['PAY_URL'] as string;
    expect(await (await fetch(page)).text()).toContain('¥5.00');
    expect(await decide(page, 'confirm')).toEqual({ status: 303, location: giftCard.JUMP_URL });
    expect(await query({ MERORDERID: 'g1' })).toMatchObject({ status: 'succeeded', data: { AMT: 500 } });
    await eventually(() => expect(notified).toMatchObject([{ status: 'succeeded', data: { AMT: 500 } }]));
    expect(await clients.mmsp.payout.balance({ QRYTYPE: '1', ORDERNO: '1' })).toMatchObject({
      data: { ACCINFO: [{ BALANCE: 500 }] },
    });
  });

  it('refuses a number that was used before', async () => {
    const { sandbox, clients } = await start();
    await callOperation(clients, 'quickPay.giftCard', giftCard);
    for (const [name, AMT] of [
      ['quickPay.giftCard', 500],
      ['quickPay.giftCard', 501],
      ['quickPay.unionPayOrder', 500],
    ] as const) {
      const other = await createClients(sandbox);
      expect(await callOperation(other, name, { ...giftCard, AMT })).toMatchObject({
        status: 'unknown',
        cause: { error: { code: '-2001', message: '商户订单号重复' } },
      });
    }
    expect(sandbox.orders).toHaveLength(1);
  });

  it('checks the signature and every field against the definition', async () => {
    const { sandbox } = await start();
    const body = { MERORDERID: 'g1', AMT: '5', JUMP_URL: 'http://127.0.0.1:9/', NOTIFY_URL: NOWHERE };
    const refused = async (change: Record<string, string>, header: Readonly<Record<string, unknown>> = {}) =>
      (await callQuickPay(sandbox, envelope(0x03a1, { ...body, ...change }, header))).ErrorMsg;
    expect(await refused({}, { Sign: 'A'.repeat(32) })).toBe('[-1001] 签名错误');
    expect(await refused({ AMT: '1.5' })).toMatch(/^消息结构体错误: AMT /);
    expect(await refused({ JUMP_URL: '', NOTIFY_URL: '' })).toMatch(/JUMP_URL is required; NOTIFY_URL is/);
    expect(await refused({ MERORDERID: '1'.repeat(33) })).toMatch(/MERORDERID/);
    expect(await refused({ TRADE_MODE: '3' })).toMatch(/TRADE_MODE/);
    expect(sandbox.orders).toEqual([]);
    expect(await refused({})).toBe('');
  });

  it('misbehaves on demand, and refuses by a magic value', async () => {
    const { sandbox, clients } = await start();
    const operation = 'quickPay.giftCard' as 'quickPay.pay';
    const pay = (MERORDERID: string) => callOperation(clients, operation, { ...giftCard, MERORDERID });
    sandbox.misbehave({ operation, fault: 'wrong-signature' });
    expect(await pay('1')).toMatchObject({ status: 'unknown', cause: { code: 'signature_invalid' } });
    sandbox.misbehave({ operation, fault: 'another-order' });
    expect(await pay('2')).toMatchObject({ status: 'unknown', cause: { code: 'reply_mismatch' } });
    sandbox.misbehave({ operation, fault: 'refuse', code: 'D4' });
    expect(await pay('3')).toMatchObject({
      status: 'failed',
      authenticated: true,
      error: { code: 'D4', message: expect.stringContaining('订单已关闭') },
    });
    expect(await pay('REFUSE_-3005')).toMatchObject({ status: 'failed', error: { code: '-3005' } });
    expect(sandbox.orders.map(({ number }) => number)).toEqual(['1', '2']);
  });

  it('answers a question from its definition', async () => {
    const { clients } = await start();
    expect(await callOperation(clients, 'quickPay.giftCardBalance', { MERORDERID: 'x' })).toMatchObject({
      status: 'pending',
      authenticated: true,
      data: {
        STATUS: '0',
        MERORDERID: 'x',
        LIST_ID: expect.any(String),
      },
    });
  });

  it('is paid at once where its first state says so', async () => {
    const { sandbox, clients } = await start();
    const receiver = await testReceiver(() => ({ status: 200, body: 'SUCCESS' }));
    const outcome = await callOperation(clients, 'scanPay.palmCard', {
      MERORDERID: 'p1',
      AMT: 100,
      GOODSNAME: '珍珠奶茶',
      CODE: '134567890123456789',
      NOTIFY_URL: receiver.url,
    });
    expect(outcome).toMatchObject({ status: 'succeeded', data: { MERORDERID: 'p1' } });
    expect(sandbox.orders).toMatchObject([{ product: 'scanPay', state: 'paid' }]);
    expect(await clients.mmsp.scanPay.query({ MERORDERID: 'p1' })).toMatchObject({
      status: 'succeeded',
      data: { AMT: 100 },
    });
    await eventually(() => expect(sandbox.notifications).toMatchObject([{ state: 'acknowledged' }]));
  });

  it('works at the gateway', async () => {
    const { sandbox, clients } = await start();
    const order = { MERORDERID: 'i1', AMT: 7, PAY_CHANNEL: 'ICBC-NET-B2C', REMARK: 'r' };
    expect(
      await callOperation(clients, 'gateway.invoice', {
        ...order,
        NOTIFY_URL: NOWHERE,
        JUMP_URL: giftCard.JUMP_URL,
      }),
    ).toMatchObject({ status: 'pending', data: { AMT: 7, PAY_CHANNEL: 'ICBC-NET-B2C' } });
    sandbox.payer.settle('i1');
    expect(await clients.mmsp.gateway.query({ MERORDERID: 'i1' })).toMatchObject({
      status: 'succeeded',
      data: order,
    });
  });

  it('pays out of the same money', async () => {
    const { sandbox, clients, other } = await start({ payoutBalance: 1000 });
    const payout = {
      ORDERNO: '1',
      AMT: 600,
      BUSITYPE: '001',
      ACCNAME: '张三',
      ACCNO: '6225123456781234',
      ACCTYPE: '0',
      MOBILE: '13800138000',
      BANKNAME: '招商银行',
      MEMO: '五月',
    };
    expect(await callOperation(clients, 'payout.payNow', payout)).toMatchObject({
      status: 'succeeded',
      authenticated: true,
      data: { ORDERNO: '1', PAYSTATE: '1' },
    });
    expect(await clients.mmsp.payout.query({ ORDERNO: '1' })).toMatchObject({
      status: 'succeeded',
      data: { AMT: 600, ACCNAME: '张三' },
    });
    expect(await callOperation(other, 'payout.payNow', { ...payout, AMT: 1 })).toMatchObject({
      status: 'unknown',
      cause: { error: { code: '1008' } },
    });
    expect(await callOperation(other, 'payout.payNow', { ...payout, ORDERNO: '2' })).toMatchObject({
      status: 'failed',
      error: { code: '1031' },
    });
    expect(await clients.mmsp.payout.balance({ QRYTYPE: '1', ORDERNO: '3' })).toMatchObject({
      data: { ACCINFO: [{ BALANCEPAY: 400, FREEZEBAL: 0 }] },
    });
    expect(sandbox.orders).toMatchObject([{ product: 'payout', number: '1', state: 'paid' }]);
  });

  it('is listed, each with its address', async () => {
    const { sandbox } = await start();
    const text = await (await fetch(sandbox.urls.wechatTransit)).text();
    expect(text).toContain('0x03A1 929  quickPay.giftCard  银联快捷支付下单 Place a UnionPay order');
    expect(text).toContain('POST /transit/partnerpay/ferry partner  ferry');
  });
});

describe('a deduction that only a provider knows', () => {
  const ferry = {
    out_trade_no: 'f1',
    body: '轮渡',
    total_fee: 300,
    spbill_create_ip: '8.8.8.8',
    notify_url: NOWHERE,
    trade_type: 'PAP',
    contract_id: 'Wx1',
    trade_scene: 'BUS',
    scene_info: {
      start_time: '20170826104339',
      line_name: '1路',
      qrcode_hash: 'a'.repeat(64),
      plate_number: '京A',
    },
  };

  it.each(['direct', 'partner'] as const)('works in %s mode', async (mode) => {
    const { sandbox, clients, other } = await start();
    const again = () => callOperation(other, 'ferry', ferry, mode);
    const first = await callOperation(clients, 'ferry', ferry, mode);
    expect(first).toMatchObject({ status: 'pending', authenticated: true });
    expect(await again()).toMatchObject({ cause: { error: { code: 'ORDER_ACCEPTED' } } });
    sandbox.payer.settle('f1');
    expect(await again()).toMatchObject({ cause: { error: { code: 'ORDER_PAID' } } });
    const third = await createClients(sandbox);
    expect(await callOperation(third, 'ferry', { ...ferry, total_fee: 1 }, mode)).toMatchObject({
      cause: { error: { code: 'OUT_TRADE_NO_USED' } },
    });
    expect(await callOperation(clients, 'queryorder', { out_trade_no: 'f1' }, mode)).toMatchObject({
      status: 'succeeded',
      data: { total_fee: 300 },
    });
    sandbox.misbehave({ operation: 'ferry' as 'payapply', fault: 'no-signature' });
    const unsigned = await callOperation(clients, 'ferry', { ...ferry, out_trade_no: 'f2' }, mode);
    expect(unsigned).toMatchObject({ status: 'unknown', cause: { code: 'signature_missing' } });
  });
});
