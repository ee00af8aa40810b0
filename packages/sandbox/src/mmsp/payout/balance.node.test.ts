import { describe, expect, it } from 'vitest';
import { REVIEW_ABOVE, TEST_CARDS } from '../../magic-values.ts';
import type { Sandbox } from '../../sandbox.ts';
import { createClients, PAYOUT } from '../../testing/clients.ts';
import { callPayout, payoutFields } from '../../testing/raw-requests.ts';
import { eventually, testSandbox } from '../../testing/test-sandbox.ts';

const START = 10_000;

async function clientOf(sandbox: Sandbox) {
  const { payout } = (await createClients(sandbox)).mmsp;
  let asked = 0;
  /** What can be paid out, and what is frozen. */
  const money = async () => {
    const outcome = await payout.balance({ QRYTYPE: '1', ORDERNO: String(++asked) });
    const [account] = outcome.status === 'succeeded' ? outcome.data.ACCINFO : [];
    return [account?.BALANCEPAY, account?.FREEZEBAL];
  };
  return { payout, money };
}

describe('the balance', () => {
  it('is answered with every field of the table', async () => {
    const { payout } = await clientOf(await testSandbox({ payoutBalance: START }));
    expect(await payout.balance({ QRYTYPE: '1', ORDERNO: '20171120111410001' })).toMatchObject({
      status: 'succeeded',
      authenticated: true,
      data: {
        RSPTIME: expect.stringMatching(/^\d{14}$/),
        ACCINFO: [
          {
            ACCSTATUS: '1',
            BALANCE: 0,
            BALANCEPAY: START,
            ADVANCEPAY: 0,
            FREEZEBAL: 0,
            ISCHARGE: '2',
            MERTYPE: '1',
            CHLNO: expect.any(String),
            CHLMERNO: expect.any(String),
            LIMIT_DOWN: expect.any(String),
            LIMIT_TOP: expect.any(String),
            BEGIN_AT: expect.any(String),
            END_AT: expect.any(String),
            HOLIDAYTYPE: '2',
            SETTLE_AT: 16,
            SETTLE_TYPE: '1',
          },
        ],
      },
    });
  });

  it('is frozen while a payout is under way, and gone when it is paid', async () => {
    const sandbox = await testSandbox({ payoutBalance: START });
    const { payout, money } = await clientOf(sandbox);
    await payout.pay({ ...PAYOUT, ORDERNO: '1', ACCNO: TEST_CARDS.hangs, AMT: 3000 });
    expect(await money()).toEqual([7000, 3000]);
    sandbox.payer.settle('1');
    expect(await money()).toEqual([7000, 0]);
  });

  it.each([
    ['fails', TEST_CARDS.fails, 'failed'],
    ['comes back from the bank', TEST_CARDS.returned, 'returned'],
  ])('is there again when the payout %s', async (_, ACCNO, state) => {
    const sandbox = await testSandbox({ payoutBalance: START });
    const { payout, money } = await clientOf(sandbox);
    await payout.pay({ ...PAYOUT, ORDERNO: '1', ACCNO, AMT: 3000 });
    await eventually(() => expect(sandbox.orders[0]?.state).toBe(state));
    expect(await money()).toEqual([START, 0]);
  });

  it('is frozen during a review too', async () => {
    const AMT = REVIEW_ABOVE + 1;
    const sandbox = await testSandbox({ payoutBalance: AMT, timeScale: 1 });
    const { payout, money } = await clientOf(sandbox);
    await payout.pay({ ...PAYOUT, ORDERNO: '1', AMT });
    expect(await money()).toEqual([0, AMT]);
    sandbox.payer.fail('1');
    expect(await money()).toEqual([AMT, 0]);
  });

  it('can be paid out to the last fen, and not further: 1031', async () => {
    const sandbox = await testSandbox({ payoutBalance: START });
    const { payout, money } = await clientOf(sandbox);
    const order = { ...PAYOUT, ACCNO: TEST_CARDS.hangs };
    const refused = { status: 'failed', error: { code: '1031', listed: true } };
    expect(await payout.pay({ ...order, ORDERNO: '1', AMT: START + 1 })).toMatchObject(refused);
    expect(await payout.pay({ ...order, ORDERNO: '2', AMT: START })).toMatchObject({ status: 'pending' });
    expect(await payout.pay({ ...order, ORDERNO: '3', AMT: 1 })).toMatchObject(refused);
    expect(await money()).toEqual([0, START]);
    expect(sandbox.orders.map(({ number }) => number)).toEqual(['2']);
  });

  it('has no advance: 1049', async () => {
    const { payout, money } = await clientOf(await testSandbox({ payoutBalance: START }));
    const outcome = await payout.pay({ ...PAYOUT, ORDERNO: '1', PAYTYPE: '3' });
    expect(outcome).toMatchObject({ status: 'failed', error: { code: '1049' } });
    expect(await money()).toEqual([START, 0]);
  });

  it.each([-1, 1.5, Number.NaN])('cannot begin with %s', async (payoutBalance) => {
    await expect(testSandbox({ payoutBalance })).rejects.toMatchObject({ name: 'ConfigurationError' });
  });
});

describe('a question that goes wrong', () => {
  it.each([
    ['drop-after-executing', 'network'],
    ['wrong-signature', 'signature_invalid'],
    ['wrong-encryption', 'decryption_failed'],
    ['duplicate-fields', 'reply_malformed'],
    ['undocumented-state', 'reply_mismatch'],
    ['system-error', 'platform'],
  ] as const)('is unknown: %s', async (fault, code) => {
    const sandbox = await testSandbox();
    const { payout } = await clientOf(sandbox);
    sandbox.misbehave({ operation: 'payout.balance', fault });
    expect(await payout.balance({ QRYTYPE: '1', ORDERNO: '1' })).toMatchObject({
      status: 'unknown',
      cause: { code },
      next: { action: 'query', operation: 'payout.balance' },
    });
  });

  it('is refused with 1001 for a wrong kind, number or time', async () => {
    const sandbox = await testSandbox();
    const { MERNO = '' } = payoutFields();
    const question = {
      CMDID: '4099',
      VERSION: '1.0',
      MERNO,
      REQTIME: '20171120111410',
      QRYTYPE: '1',
      ORDERNO: '1',
    };
    const code = async (change: Record<string, string>) =>
      (await callPayout(sandbox, { ...question, ...change })).outer.RETCODE;
    expect(await code({})).toBe('0000');
    expect(await code({ QRYTYPE: '4' })).toBe('1001');
    expect(await code({ ORDERNO: 'A1' })).toBe('1001');
    expect(await code({ ORDERNO: '' })).toBe('1001');
    expect(await code({ REQTIME: '2017' })).toBe('1001');
  });
});
