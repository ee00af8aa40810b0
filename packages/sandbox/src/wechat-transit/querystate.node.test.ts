import { createPaymentNoticeHandler, mayRide, type PaymentNotice } from '@yinjian/wechat-transit';
import { describe, expect, it } from 'vitest';
import { TEST_CONTRACTS, TEST_PAYERS } from '../magic-values.ts';
import { merchants } from '../merchants.ts';
import type { Sandbox } from '../sandbox.ts';
import { createClients, METRO_FARE, NOWHERE } from '../testing/clients.ts';
import { eventually, testHandlerReceiver, testSandbox } from '../testing/test-sandbox.ts';

const { direct, partner } = merchants.wechatTransit;
const fare = { ...METRO_FARE, openid: 'o-rider', contract_id: TEST_CONTRACTS.fails, notify_url: NOWHERE };

async function overdueRider(sandbox: Sandbox, notify_url = NOWHERE) {
  const { direct: client } = await createClients(sandbox);
  await client.payapply({ ...fare, notify_url, out_trade_no: 'unpaid' });
  await eventually(() => expect(sandbox.orders[0]?.state).toBe('failed'));
  return client;
}

describe('the state of a payer', () => {
  it.each(['direct', 'partner'] as const)('is NORMAL at first, in %s mode', async (mode) => {
    const clients = await createClients(await testSandbox());
    const contract_id = 'any-contract';
    const outcome =
      mode === 'direct'
        ? await clients.direct.querystate({ openid: 'o-rider', contract_id })
        : await clients.partner.querystate({
            openid: 'o-rider',
            contract_id,
            sub_mch_id: partner.sub_mch_id,
          });
    expect(outcome).toMatchObject({
      status: 'succeeded',
      authenticated: true,
      data: { user_state: 'NORMAL', openid: 'o-rider', contract_id, contract_state: '0' },
    });
    expect(mayRide(outcome)).toBe(true);
  });

  it('has no contract fields where the contract was not named', async () => {
    const { direct: client } = await createClients(await testSandbox());
    const outcome = await client.querystate({ openid: 'o-rider' });
    expect(outcome).toMatchObject({ data: { user_state: 'NORMAL' } });
    expect(outcome).not.toHaveProperty('data.contract_id');
    expect(outcome).not.toHaveProperty('data.plan_id');
  });

  it('is BLOCKED for the payer of that name, who is refused a deduction too', async () => {
    const { direct: client } = await createClients(await testSandbox());
    const outcome = await client.querystate({ openid: TEST_PAYERS.blocked });
    expect(outcome).toMatchObject({ status: 'succeeded', data: { user_state: 'BLOCKED' } });
    expect(mayRide(outcome)).toBe(false);
    const refused = await client.payapply({
      ...METRO_FARE,
      openid: TEST_PAYERS.blocked,
      notify_url: NOWHERE,
      out_trade_no: 'b',
    });
    expect(refused).toMatchObject({ status: 'failed', error: { code: 'REQUEST_BLOCKED' } });
  });

  it('is OVERDUE while a deduction is unpaid, by openid or contract; others are not concerned', async () => {
    const sandbox = await testSandbox();
    const client = await overdueRider(sandbox);
    const states = await Promise.all(
      [
        { openid: 'o-rider' },
        { openid: 'o-other', contract_id: TEST_CONTRACTS.fails },
        { openid: 'o-other', contract_id: 'other' },
      ].map(async (input) => {
        const outcome = await client.querystate(input);
        return [outcome.status, outcome.status === 'succeeded' && outcome.data.user_state, mayRide(outcome)];
      }),
    );
    expect(states).toEqual([
      ['succeeded', 'OVERDUE', false],
      ['succeeded', 'OVERDUE', false],
      ['succeeded', 'NORMAL', true],
    ]);
  });
});

describe('an overdue payer', () => {
  it('is refused a deduction, but the unpaid order stays what it is', async () => {
    const sandbox = await testSandbox();
    const client = await overdueRider(sandbox);
    const refused = await client.payapply({ ...fare, contract_id: 'other', out_trade_no: 'next' });
    expect(refused).toMatchObject({
      status: 'failed',
      authenticated: true,
      error: { code: 'REQUEST_BLOCKED', listed: true, action: { zh: '提示用户到微信进行还款' } },
    });
    expect(await client.queryorder({ out_trade_no: 'unpaid' })).toMatchObject({
      status: 'failed',
      error: { code: 'PAYERROR' },
    });
    expect(sandbox.orders).toHaveLength(1);
  });

  it('repays: the order is paid, the state NORMAL, and the merchant is told', async () => {
    const notices: PaymentNotice[] = [];
    const handler = createPaymentNoticeHandler(direct, {
      onPaymentNotice: (notice) => void notices.push(notice),
    });
    const receiver = await testHandlerReceiver(handler);
    const sandbox = await testSandbox({ notifyFailedDeductions: true });
    const client = await overdueRider(sandbox, receiver.url);
    await eventually(() => expect(sandbox.notifications[0]?.state).toBe('acknowledged'));

    sandbox.misbehave({ notification: 'repaymentNotice', fault: 'duplicate' });
    sandbox.payer.repay('unpaid');
    await eventually(() => expect(notices).toHaveLength(3));
    expect(notices).toMatchObject([
      { status: 'failed', kind: 'payment', data: { out_trade_no: 'unpaid' } },
      {
        status: 'succeeded',
        kind: 'repayment',
        authenticated: true,
        data: { out_trade_no: 'unpaid', user_repaid: 'Y', total_fee: 888 },
      },
      { kind: 'repayment' },
    ]);
    const [failed, repaid, again] = notices.map(({ id }) => id);
    expect(again).toBe(repaid);
    expect(repaid).not.toBe(failed);
    expect(sandbox.notifications.map(({ notification }) => notification)).toEqual([
      'paymentNotice',
      'repaymentNotice',
    ]);

    expect(mayRide(await client.querystate({ openid: 'o-rider' }))).toBe(true);
    expect(await client.queryorder({ out_trade_no: 'unpaid' })).toMatchObject({ status: 'succeeded' });
    const next = await client.payapply({ ...fare, contract_id: 'other', out_trade_no: 'next' });
    expect(next.status).toBe('pending');
    expect(() => sandbox.payer.repay('unpaid')).toThrow('Nothing is owed');
  });

  it('owes for each unpaid order', async () => {
    const sandbox = await testSandbox();
    const { direct: client } = await createClients(sandbox);
    const hangs = { ...fare, contract_id: TEST_CONTRACTS.hangs };
    await client.payapply({ ...hangs, out_trade_no: 'one' });
    await client.payapply({ ...hangs, out_trade_no: 'two' });
    sandbox.payer.fail('one');
    sandbox.payer.fail('two');
    sandbox.payer.repay('one');
    expect(mayRide(await client.querystate({ openid: 'o-rider' }))).toBe(false);
    sandbox.payer.repay('two');
    expect(mayRide(await client.querystate({ openid: 'o-rider' }))).toBe(true);
  });
});

describe('a question that goes wrong', () => {
  it.each([
    ['drop-after-executing', 'network'],
    ['wrong-signature', 'signature_invalid'],
    ['no-signature', 'signature_missing'],
    ['other-algorithm', 'signature_invalid'],
    ['doctype', 'reply_malformed'],
    ['duplicate-fields', 'reply_malformed'],
    ['another-order', 'reply_mismatch'],
    ['undocumented-state', 'platform'],
    ['system-error', 'platform'],
  ] as const)('is unknown, and nobody may ride for it: %s', async (fault, code) => {
    const sandbox = await testSandbox();
    const { direct: client } = await createClients(sandbox);
    sandbox.misbehave({ operation: 'querystate', fault });
    const outcome = await client.querystate({ openid: 'o-rider' });
    expect(outcome).toMatchObject({ status: 'unknown', cause: { code } });
    expect(mayRide(outcome)).toBe(false);
  });

  it.each(['PARAM_ERROR', 'INVALID_REQUEST', 'SIGN_ERROR', 'SYSTEMERROR', 'UNHEARD_OF'])(
    'is unknown when refused with %s',
    async (code) => {
      const sandbox = await testSandbox();
      const { direct: client } = await createClients(sandbox);
      sandbox.misbehave({ operation: 'querystate', fault: 'refuse', code });
      expect(await client.querystate({ openid: 'o-rider' })).toMatchObject({
        status: 'unknown',
        cause: { code: 'platform', error: { code } },
      });
    },
  );
});
