import type { QuickPayClient } from '@yinjian/mmsp';
import { describe, expect, it } from 'vitest';
import { REFUSED_AMOUNT, SMS_CODE_ATTEMPTS, TEST_CARDS } from '../../magic-values.ts';
import type { Sandbox } from '../../sandbox.ts';
import { CARD_PAYMENT, createClients, NOWHERE } from '../../testing/clients.ts';
import { eventually, testSandbox } from '../../testing/test-sandbox.ts';

const { AMT: _amount, ...card } = CARD_PAYMENT;
const holder = { USER_ID: 'user-1', CARDNO: card.CARDNO, PHONENO: card.PHONENO };
const payment = { MERORDERID: 'P1', USER_ID: 'user-1', AMT: 999 };

/** A sandbox in which a text message can be sent again at once, unless time is real. */
async function start(timeScale = 0) {
  const sandbox = await testSandbox({ timeScale });
  const client = (await createClients(sandbox)).mmsp.quickPay;
  return { sandbox, client };
}

const LIST_ID_OF = (outcome: { readonly status: string; readonly data?: { readonly LIST_ID?: string } }) =>
  outcome.data?.LIST_ID ?? '';
const otherCode = (code: string) => (code === '000000' ? '111111' : '000000');

async function bindCard(
  sandbox: Sandbox,
  client: QuickPayClient,
  change: { readonly CARDNO?: string } = {},
): Promise<string> {
  const sent = await client.bindSms({ MERORDERID: 'B1', ...holder, ...change });
  const MSG_CODE = sandbox.payer.smsCode(LIST_ID_OF(sent));
  const outcome = await client.bind({ MERORDERID: 'B1', ...card, ...holder, ...change, MSG_CODE });
  if (outcome.status !== 'succeeded') throw new Error(outcome.status);
  return outcome.data.BIND_ID;
}

describe('a binding', () => {
  it('is made with a code, found, and given up', async () => {
    const { sandbox, client } = await start();
    const sent = await client.bindSms({ MERORDERID: 'B1', ...holder });
    expect(sent).toMatchObject({
      status: 'pending',
      authenticated: true,
      next: { action: 'proceed', operation: 'quickPay.bind' },
    });
    const credit = { ...card, CARDTYPE: '2', EXPDATE: '0630', CVN2: '344' } as const;
    const MSG_CODE = sandbox.payer.smsCode(LIST_ID_OF(sent));
    const input = { MERORDERID: 'B1', ...credit, USER_ID: 'user-1', MSG_CODE };
    const bound = await client.bind(input);
    expect(bound).toMatchObject({ status: 'succeeded', authenticated: true, data: { USER_ID: 'user-1' } });
    expect(await client.bind(input)).toEqual(bound);
    const BIND_ID = bound.status === 'succeeded' ? bound.data.BIND_ID : '';
    const { CARDNO, CARDTYPE, EXPDATE, CVN2, NAME, ID_NO, PHONENO } = credit;
    expect(await client.queryBinding({ BIND_ID })).toMatchObject({
      status: 'succeeded',
      data: { BIND_ID, CARDNO, CARDTYPE, EXPDATE, CVN2, NAME, ID_NO, PHONENO },
    });
    expect(await client.unbind({ BIND_ID })).toMatchObject({ status: 'succeeded', authenticated: true });
    expect(await client.unbind({ BIND_ID })).toMatchObject({
      status: 'failed',
      error: { code: 'E4', listed: false },
      authenticated: true,
    });
    expect(await client.queryBinding({ BIND_ID })).toMatchObject({
      status: 'unknown',
      cause: { error: { code: 'E4' } },
      next: { operation: 'quickPay.queryBinding' },
    });
  });

  it('fails with a wrong code, and for good after too many', async () => {
    const { sandbox, client } = await start();
    const sent = await client.bindSms({ MERORDERID: 'B1', ...holder });
    const right = sandbox.payer.smsCode(LIST_ID_OF(sent));
    const bind = (MSG_CODE: string) =>
      client.bind({ MERORDERID: 'B1', ...card, USER_ID: 'user-1', MSG_CODE });
    for (let attempt = 0; attempt < SMS_CODE_ATTEMPTS; attempt++) {
      expect(await bind(otherCode(right))).toMatchObject({ status: 'failed', error: { code: 'E1' } });
    }
    expect(await bind(right)).toMatchObject({ status: 'failed', error: { code: 'D4', listed: true } });
  });

  it('fails without a code, or for another card than the code was sent for', async () => {
    const { sandbox, client } = await start();
    const input = { MERORDERID: 'B1', ...card, USER_ID: 'user-1' };
    const noCode = { status: 'failed', error: { code: 'E3' } };
    expect(await client.bind({ ...input, MSG_CODE: '123456' })).toMatchObject(noCode);
    const sent = await client.bindSms({ MERORDERID: 'B1', ...holder });
    const MSG_CODE = sandbox.payer.smsCode(LIST_ID_OF(sent));
    const other = (await createClients(sandbox)).mmsp.quickPay;
    expect(await other.bind({ ...input, MSG_CODE, PHONENO: '13800138000' })).toMatchObject(noCode);
  });

  it('is refused for a card that is refused, and for a number that was used for another', async () => {
    const { client } = await start();
    expect(await client.bindSms({ MERORDERID: 'B1', ...holder, CARDNO: TEST_CARDS.refused })).toMatchObject({
      status: 'failed',
      error: { code: 'D4', message: '要素不匹配' },
    });
    await client.bindSms({ MERORDERID: 'B2', ...holder });
    expect(await client.bindSms({ MERORDERID: 'B2', ...holder, USER_ID: 'user-2' })).toMatchObject({
      status: 'unknown',
      cause: { error: { code: '-2001' } },
      next: { action: 'repeat', operation: 'quickPay.bindSms' },
    });
  });

  it('comes from a payment as well, once it has been paid', async () => {
    const { sandbox, client } = await start();
    const placed = await client.pay({
      ...CARD_PAYMENT,
      MERORDERID: 'a',
      USER_ID: 'user-1',
      NOTIFY_URL: NOWHERE,
    });
    const { LIST_ID = '', BIND_ID = '' } = placed.status === 'pending' ? placed.data : {};
    expect(await client.queryBinding({ BIND_ID })).toMatchObject({ status: 'unknown' });
    await client.confirm({ LIST_ID, MSG_CODE: sandbox.payer.smsCode(LIST_ID) });
    await eventually(() => expect(sandbox.orders[0]?.state).toBe('paid'));
    expect(await client.queryBinding({ BIND_ID })).toMatchObject({
      status: 'succeeded',
      data: { CARDNO: CARD_PAYMENT.CARDNO, LIST_ID },
    });
  });
});

describe('a text message', () => {
  it('replaces the one before', async () => {
    const { sandbox, client } = await start();
    const placed = await client.pay({ ...CARD_PAYMENT, MERORDERID: 'a', NOTIFY_URL: NOWHERE });
    const LIST_ID = LIST_ID_OF(placed);
    const first = sandbox.payer.smsCode(LIST_ID);
    expect(await client.resendSms({ LIST_ID })).toMatchObject({
      status: 'pending',
      next: { operation: 'quickPay.confirm' },
    });
    const second = sandbox.payer.smsCode(LIST_ID);
    expect(second).not.toBe(first);
    expect(await client.confirm({ LIST_ID, MSG_CODE: first })).toMatchObject({ status: 'failed' });
    expect(await client.confirm({ LIST_ID, MSG_CODE: second })).toMatchObject({ status: 'pending' });
    expect(await client.resendSms({ LIST_ID })).toMatchObject({ status: 'failed', error: { code: 'D4' } });
  });

  it('is sent at most every 60 seconds', async () => {
    const { sandbox, client } = await start(1);
    const tooSoon = { status: 'failed', error: { code: 'E2' }, authenticated: true };
    const placed = await client.pay({ ...CARD_PAYMENT, MERORDERID: 'a', NOTIFY_URL: NOWHERE });
    const LIST_ID = LIST_ID_OF(placed);
    const code = sandbox.payer.smsCode(LIST_ID);
    expect(await client.resendSms({ LIST_ID })).toMatchObject(tooSoon);
    expect(sandbox.payer.smsCode(LIST_ID)).toBe(code);
    await client.bindSms({ MERORDERID: 'B1', ...holder });
    expect(await client.bindSms({ MERORDERID: 'B1', ...holder })).toMatchObject(tooSoon);
  });

  it('is sent for no order that is not there', async () => {
    const { client } = await start();
    expect(await client.resendSms({ LIST_ID: '1' })).toMatchObject({
      status: 'unknown',
      cause: { error: { code: '-2002', listed: true } },
    });
  });
});

describe('a payment with a bound card', () => {
  async function withCode(change: { readonly CARDNO?: string } = {}) {
    const { sandbox, client } = await start();
    const BIND_ID = await bindCard(sandbox, client, change);
    const sent = await client.boundCardSms({ ...payment, BIND_ID, PHONENO: card.PHONENO });
    expect(sent).toMatchObject({ status: 'pending', next: { operation: 'quickPay.payWithBoundCard' } });
    const MSG_CODE = sandbox.payer.smsCode(LIST_ID_OF(sent));
    return { sandbox, client, input: { ...payment, BIND_ID, MSG_CODE, NOTIFY_URL: NOWHERE } };
  }

  it('is under way after the right code, and then paid', async () => {
    const { sandbox, client, input } = await withCode();
    expect(await client.payWithBoundCard(input)).toMatchObject({
      status: 'pending',
      authenticated: true,
      data: { AMT: 999, BIND_ID: input.BIND_ID },
      next: { operation: 'quickPay.query' },
    });
    await eventually(() => expect(sandbox.orders[0]?.state).toBe('paid'));
    expect(await client.query({ MERORDERID: 'P1' })).toMatchObject({
      status: 'succeeded',
      data: { AMT: 999, BIND_ID: input.BIND_ID, CARDNO: card.CARDNO },
    });
    expect(await client.payWithBoundCard(input)).toMatchObject({
      status: 'unknown',
      cause: { error: { code: '-2001' } },
      next: { operation: 'quickPay.query' },
    });
  });

  it('takes another code under the same number', async () => {
    const { client, input } = await withCode();
    const wrong = await client.payWithBoundCard({ ...input, MSG_CODE: otherCode(input.MSG_CODE) });
    expect(wrong).toMatchObject({
      status: 'unknown',
      cause: { error: { code: 'E1' } },
      next: { action: 'query', awaits: { operation: 'quickPay.payWithBoundCard' } },
    });
    expect(await client.payWithBoundCard(input)).toMatchObject({ status: 'pending' });
  });

  it('is not known where the platform does not know', async () => {
    const { client, input } = await withCode({ CARDNO: TEST_CARDS.hangs });
    expect(await client.payWithBoundCard(input)).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', error: { code: '0' } },
      next: { action: 'query', operation: 'quickPay.query' },
    });
    expect(await client.query({ MERORDERID: 'P1' })).toMatchObject({ status: 'pending' });
  });

  it('fails for a card that fails', async () => {
    const { sandbox, client, input } = await withCode({ CARDNO: TEST_CARDS.fails });
    expect(await client.payWithBoundCard(input)).toMatchObject({ status: 'pending' });
    await eventually(() => expect(sandbox.orders[0]?.state).toBe('failed'));
    expect(await client.query({ MERORDERID: 'P1' })).toMatchObject({
      status: 'failed',
      error: { code: 'D4' },
    });
  });

  it('is refused without a binding, of another user, without a code, with another amount', async () => {
    const { client, input } = await withCode();
    const pay = (change: object, MERORDERID = 'P1') =>
      client.payWithBoundCard({ ...input, MERORDERID, ...change });
    const refused = (code: string) => ({ status: 'unknown', cause: { error: { code, listed: false } } });
    expect(await pay({ BIND_ID: '1' }, 'P2')).toMatchObject(refused('E4'));
    expect(await pay({ USER_ID: 'user-2' }, 'P3')).toMatchObject(refused('E4'));
    expect(await pay({}, 'P4')).toMatchObject(refused('E3'));
    expect(await pay({ AMT: 1 })).toMatchObject(refused('E3'));
    const sms = { ...payment, BIND_ID: input.BIND_ID, PHONENO: card.PHONENO };
    expect(await client.boundCardSms({ ...sms, PHONENO: '13800138000' })).toMatchObject({
      status: 'failed',
      error: { code: 'E4' },
    });
    expect(await client.boundCardSms({ ...sms, MERORDERID: 'P5', AMT: REFUSED_AMOUNT })).toMatchObject({
      status: 'failed',
      error: { code: '-3005' },
    });
    expect(await client.boundCardSms({ ...sms, AMT: 1 })).toMatchObject({
      status: 'unknown',
      cause: { error: { code: '-2001' } },
    });
  });
});
