import { describe, expect, it } from 'vitest';
import { CARD_PAYMENT, createClients, NOWHERE } from '../../testing/clients.ts';
import { postForm } from '../../testing/payer-browser.ts';
import { eventually, testSandbox } from '../../testing/test-sandbox.ts';

const day = 24 * 60 * 60 * 1000;
const period = () => ({ START_DATE: new Date(Date.now() - 2 * day), END_DATE: new Date(Date.now() + day) });

/** Places orders of each product and pays them, or not. */
async function start(numbers: readonly string[], unpaid: readonly string[] = []) {
  const sandbox = await testSandbox();
  const { quickPay, gateway } = (await createClients(sandbox)).mmsp;
  for (const number of [...numbers, ...unpaid]) {
    await quickPay.pay({ ...CARD_PAYMENT, MERORDERID: `q${number}`, NOTIFY_URL: NOWHERE });
    const form = { MERORDERID: `g${number}`, AMT: 5, JUMP_URL: NOWHERE, NOTIFY_URL: NOWHERE };
    await postForm(await gateway.paymentForm({ ...form, PAY_CHANNEL: 'YLBILL-NET-B2C' }));
  }
  for (const number of numbers) {
    sandbox.payer.settle(`q${number}`);
    sandbox.payer.settle(`g${number}`);
  }
  return { sandbox, quickPay, gateway };
}

describe.each(['quickPay', 'gateway'] as const)('a batch query of %s', (product) => {
  const prefix = product === 'quickPay' ? 'q' : 'g';

  it('finds what was paid, and nothing else', async () => {
    const { [product]: client } = await start(['1', '2'], ['3']);
    expect(await client.queryBatch({ ...period(), PAGE: 1 })).toMatchObject({
      status: 'succeeded',
      authenticated: true,
      data: {
        TOTAL_NUM: 2,
        TOTAL_PAGE: 1,
        PERPAGE: 10,
        PAGE: 1,
        BIZ_CONTENT: [
          { STATUS: '1', MERORDERID: `${prefix}1` },
          { STATUS: '1', MERORDERID: `${prefix}2` },
        ],
      },
    });
  });

  it('walks through pages, a page of one row included', async () => {
    const { [product]: client } = await start(['1', '2', '3', '4', '5']);
    const numbers: unknown[] = [];
    const statuses: string[] = [];
    for await (const page of client.queryBatchPages({ ...period(), PERPAGE: 2 })) {
      statuses.push(page.status);
      if (page.status === 'succeeded') numbers.push(...page.data.BIZ_CONTENT.map((row) => row.MERORDERID));
    }
    expect(statuses).toEqual(['succeeded', 'succeeded', 'succeeded']);
    expect(numbers).toEqual(['1', '2', '3', '4', '5'].map((number) => `${prefix}${number}`));
  });

  it('is empty where nothing was paid', async () => {
    const { [product]: client } = await start([], ['1']);
    expect(await client.queryBatch({ ...period(), PAGE: 1 })).toMatchObject({
      status: 'succeeded',
      data: { BIZ_CONTENT: [], TOTAL_NUM: 0 },
    });
    const { [product]: other } = await start(['1']);
    const before = { START_DATE: new Date(Date.now() - 9 * day), END_DATE: new Date(Date.now() - 3 * day) };
    expect(await other.queryBatch({ ...before, PAGE: 1 })).toMatchObject({ data: { BIZ_CONTENT: [] } });
  });

  it('breaks off visibly', async () => {
    const { sandbox, [product]: client } = await start(['1', '2', '3']);
    const statuses: string[] = [];
    for await (const { status } of client.queryBatchPages({ ...period(), PERPAGE: 1 })) {
      statuses.push(status);
      sandbox.misbehave({ operation: `${product}.queryBatch`, fault: 'wrong-signature' });
    }
    expect(statuses).toEqual(['succeeded', 'unknown']);
  });

  it.each(['drop-before-executing', 'system-error', 'undocumented-state', 'another-order'] as const)(
    'is unknown, never failed: %s',
    async (fault) => {
      const { sandbox, [product]: client } = await start(['1', '2']);
      sandbox.misbehave({ operation: `${product}.queryBatch`, fault });
      expect(await client.queryBatch({ ...period(), PAGE: 1 })).toMatchObject({
        status: 'unknown',
        next: { operation: `${product}.queryBatch` },
      });
    },
  );

  it('sees a payment that is made meanwhile', async () => {
    const { sandbox, [product]: client } = await start([], ['1']);
    sandbox.payer.settle(`${prefix}1`);
    await eventually(() => expect(sandbox.orders.some(({ state }) => state === 'paid')).toBe(true));
    expect(await client.queryBatch({ ...period(), PAGE: 1 })).toMatchObject({
      data: { BIZ_CONTENT: [{ MERORDERID: `${prefix}1` }] },
    });
  });
});
