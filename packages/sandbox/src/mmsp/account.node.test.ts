import { describe, expect, it } from 'vitest';
import { TEST_CARDS, TEST_REFUNDS } from '../magic-values.ts';
import type { SandboxOptions } from '../sandbox-options.ts';
import {
  CARD_PAYMENT,
  createClients,
  METRO_FARE,
  NOWHERE,
  PAYOUT,
  SCANNED,
  SCANNED_CARD,
} from '../testing/clients.ts';
import { postForm } from '../testing/payer-browser.ts';
import { eventually, testSandbox } from '../testing/test-sandbox.ts';
import { Account } from './account.ts';

describe('Account', () => {
  const settlements: (() => void)[] = [];
  const scheduler = { after: (_: number, task: () => void) => void settlements.push(task) };
  const show = ({ unsettled, available, frozen }: Account) => [unsettled, available, frozen];

  it('settles what was collected, less what was taken back', () => {
    const account = new Account(10, scheduler);
    account.collect(100);
    account.collect(30);
    expect(show(account)).toEqual([130, 10, 0]);
    expect(account.takeBack(110)).toBe(true);
    expect(show(account)).toEqual([20, 10, 0]);
    for (const settle of settlements.splice(0)) settle();
    expect(show(account)).toEqual([0, 30, 0]);
  });

  it('takes back what is settled where the rest does not do, and never more than there is', () => {
    const account = new Account(10, scheduler);
    account.collect(5);
    expect(account.takeBack(16)).toBe(false);
    expect(account.takeBack(12)).toBe(true);
    expect(show(account)).toEqual([0, 3, 0]);
    expect(account.freeze(3)).toBe(true);
    expect(account.takeBack(1)).toBe(false);
    for (const settle of settlements.splice(0)) settle();
    expect(show(account)).toEqual([0, 0, 3]);
  });
});

/** With a clock that only the test moves; what is settled later is settled when `timeScale` says. */
async function start(options: SandboxOptions = {}) {
  let milliseconds = Date.parse('2026-01-01T00:00:00Z');
  const clock = () => new Date(milliseconds);
  const sandbox = await testSandbox({ payoutBalance: 0, timeScale: 1, clock, ...options });
  const { mmsp } = await createClients(sandbox);
  let asked = 0;
  /** 待清算金额, 余额代付可用金额, 冻结余额. */
  const money = async () => {
    const outcome = await mmsp.payout.balance({ QRYTYPE: '1', ORDERNO: String(++asked) });
    const [account] = outcome.status === 'succeeded' ? outcome.data.ACCINFO : [];
    return [account?.BALANCE, account?.BALANCEPAY, account?.FREEZEBAL];
  };
  return { sandbox, ...mmsp, money, pass: (seconds: number) => void (milliseconds += seconds * 1000) };
}

const scanned = { ...SCANNED, NOTIFY_URL: NOWHERE, AMT: 400 } as const;
const card = { ...SCANNED_CARD, NOTIFY_URL: NOWHERE, AMT: 300 } as const;

describe('the money of a merchant, across products', () => {
  it('comes from quick pay, is settled, and is paid out', async () => {
    const { sandbox, quickPay, payout, money } = await start({ timeScale: 0.0001 });
    const payment = { ...CARD_PAYMENT, MERORDERID: 'a', NOTIFY_URL: NOWHERE };
    const placed = await quickPay.pay(payment);
    expect(await money()).toEqual([0, 0, 0]);
    const { LIST_ID = '' } = placed.status === 'pending' ? placed.data : {};
    await quickPay.confirm({ LIST_ID, MSG_CODE: sandbox.payer.smsCode(LIST_ID) });
    await eventually(() => expect(sandbox.orders[0]?.state).toBe('paid'));
    await expect.poll(money).toEqual([0, 1234, 0]);

    const order = { ...PAYOUT, AMT: 1000, ACCNO: TEST_CARDS.hangs } as const;
    expect(await payout.pay({ ...order, ORDERNO: '1', AMT: 1235 })).toMatchObject({
      error: { code: '1031' },
    });
    expect(await payout.pay({ ...order, ORDERNO: '2' })).toMatchObject({ status: 'pending' });
    expect(await money()).toEqual([0, 234, 1000]);
    sandbox.payer.settle('2');
    expect(await money()).toEqual([0, 234, 0]);
  });

  it('cannot be paid out before it is settled', async () => {
    const { scanPay, payout, money } = await start();
    await scanPay.wechatCard({ ...card, MERORDERID: 'a' });
    expect(await money()).toEqual([300, 0, 0]);
    expect(await payout.pay({ ...PAYOUT, ORDERNO: '1', AMT: 300 })).toMatchObject({
      status: 'failed',
      error: { code: '1031' },
    });
  });

  it('comes from every product, whoever settles the order, and from no failed or open order', async () => {
    const { sandbox, quickPay, scanPay, gateway, money } = await start();
    await quickPay.pay({ ...CARD_PAYMENT, MERORDERID: 'a', NOTIFY_URL: NOWHERE, AMT: 100 });
    const JUMP_URL = 'http://127.0.0.1:9/done';
    await quickPay.unionPayOrder({ MERORDERID: 'b', AMT: 200, JUMP_URL, NOTIFY_URL: NOWHERE });
    await scanPay.wechatCard({ ...card, MERORDERID: 'c' });
    await scanPay.jdPreOrder({ ...scanned, MERORDERID: 'd' });
    const PAY_CHANNEL = 'ICBC-NET-B2C';
    await postForm(
      await gateway.paymentForm({ MERORDERID: 'e', AMT: 500, JUMP_URL, NOTIFY_URL: NOWHERE, PAY_CHANNEL }),
    );
    expect(await money()).toEqual([300, 0, 0]);
    sandbox.payer.fail('a');
    expect(await money()).toEqual([300, 0, 0]);
    for (const number of ['b', 'd', 'e']) sandbox.payer.settle(number);
    expect(await money()).toEqual([300 + 200 + 400 + 500, 0, 0]);
    expect(sandbox.notifications).toHaveLength(3);
  });

  it('goes back with a refund, in parts, and comes again if that fails', async () => {
    const { scanPay, money } = await start({ timeScale: 1 });
    await scanPay.wechatCard({ ...card, MERORDERID: 'a' });
    const refund = (REFUND_MERORDERID: string, AMT: number) =>
      scanPay.refund({ MERORDERID: 'a', REFUND_MERORDERID, AMT });
    await refund('R1', 100);
    expect(await money()).toEqual([200, 0, 0]);
    expect(await refund('R2', 201)).toMatchObject({ cause: { error: { code: 'E6' } } });
    expect(await money()).toEqual([200, 0, 0]);
    await refund('R3', 200);
    expect(await money()).toEqual([0, 0, 0]);

    const hasty = await start({ timeScale: 0.001 });
    await hasty.scanPay.wechatCard({ ...card, MERORDERID: 'a' });
    await expect.poll(hasty.money).toEqual([0, 300, 0]);
    const REFUND_MERORDERID = `${TEST_REFUNDS.fails}1`;
    await hasty.scanPay.refund({ MERORDERID: 'a', REFUND_MERORDERID, AMT: 300 });
    await expect.poll(hasty.money).toEqual([0, 300, 0]);
    expect(hasty.sandbox.orders).toMatchObject([{ state: 'paid' }]);
  });

  it('goes back when a paid order is cancelled, once', async () => {
    const { scanPay, money, pass } = await start();
    await scanPay.wechatCard({ ...card, MERORDERID: 'a' });
    await scanPay.wechatPreOrder({ ...scanned, MERORDERID: 'b' });
    pass(15);
    for (const MERORDERID of ['a', 'a', 'b']) {
      expect(await scanPay.cancel({ MERORDERID })).toMatchObject({ status: 'succeeded' });
      expect(await money()).toEqual([0, 0, 0]);
    }
  });

  it('is not given back once it has been paid out: E8', async () => {
    const { sandbox, scanPay, payout, money, pass } = await start({ timeScale: 0.001 });
    await scanPay.wechatCard({ ...card, MERORDERID: 'a' });
    pass(15);
    await expect.poll(money).toEqual([0, 300, 0]);
    await payout.pay({ ...PAYOUT, ORDERNO: '1', AMT: 201, ACCNO: TEST_CARDS.hangs });
    const error = { code: 'E8', message: '商户余额不足' };
    expect(await scanPay.refund({ MERORDERID: 'a', REFUND_MERORDERID: 'R1', AMT: 100 })).toMatchObject({
      status: 'unknown',
      cause: { error },
    });
    expect(await scanPay.cancel({ MERORDERID: 'a' })).toMatchObject({ status: 'failed', error });
    expect(() => sandbox.payer.refund('a')).toThrow('The merchant has not got the money');
    expect(await money()).toEqual([0, 99, 201]);
    expect(sandbox.orders[0]?.state).toBe('paid');
    expect(await scanPay.refund({ MERORDERID: 'a', REFUND_MERORDERID: 'R2', AMT: 99 })).toMatchObject({
      status: 'pending',
    });
    expect(await money()).toEqual([0, 0, 201]);
  });

  it('is not touched by deductions, which belong to another platform', async () => {
    const { sandbox, money } = await start({ timeScale: 0.001 });
    const { direct } = await createClients(sandbox);
    await direct.payapply({ ...METRO_FARE, out_trade_no: 'a', notify_url: NOWHERE });
    await eventually(() => expect(sandbox.orders[0]?.state).toBe('paid'));
    expect(await money()).toEqual([0, 0, 0]);
  });
});
