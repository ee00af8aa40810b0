import { ConfigurationError } from '@yinjian/provider-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Misbehaviour, OperationFault } from './misbehaviour.ts';
import type { Sandbox } from './sandbox.ts';
import { startSandbox } from './start-sandbox.ts';
import { CARD_PAYMENT, createClients, METRO_FARE, NOWHERE, PAYOUT } from './testing/clients.ts';
import { APPLY, applyFields, callTransit, post } from './testing/raw-requests.ts';
import { testSandbox } from './testing/test-sandbox.ts';

/** What a client has to make of each fault, and whether the request was executed all the same. */
const FAULTS: [OperationFault, cause: string, executed: boolean][] = [
  ['drop-before-executing', 'network', false],
  ['drop-after-executing', 'network', true],
  ['drop-within-reply', 'network', true],
  ['bad-gateway', 'http_status', true],
  ['redirect', 'redirect', true],
  ['empty', 'reply_malformed', true],
  ['truncated', 'reply_malformed', true],
  ['not-utf8', 'reply_malformed', true],
  ['oversize', 'reply_too_large', true],
  ['system-error', 'platform', false],
  ['system-error-after-executing', 'platform', true],
  ['wrong-signature', 'signature_invalid', true],
  ['no-signature', 'signature_missing', true],
  ['duplicate-fields', 'reply_malformed', true],
  ['another-order', 'reply_mismatch', true],
];

describe('a client makes of every fault that it does not know what happened', () => {
  let sandbox: Sandbox;
  let clients: Awaited<ReturnType<typeof createClients>>;
  let number = 0;
  beforeAll(async () => {
    sandbox = await startSandbox();
    clients = await createClients(sandbox);
  });
  afterAll(() => sandbox.close());

  const operations = {
    payapply: (out_trade_no: string) =>
      clients.direct.payapply({ ...METRO_FARE, out_trade_no, notify_url: NOWHERE }),
    'quickPay.pay': (MERORDERID: string) =>
      clients.mmsp.quickPay.pay({ ...CARD_PAYMENT, MERORDERID, NOTIFY_URL: NOWHERE }),
    'payout.pay': (ORDERNO: string) => clients.mmsp.payout.pay({ ...PAYOUT, ORDERNO }),
  };
  const cases = Object.entries(operations).flatMap(([operation, call]) =>
    FAULTS.map(([fault, cause, executed]) => ({
      operation: operation as keyof typeof operations,
      call,
      fault,
      cause,
      executed,
    })),
  );

  it.each(cases)('$operation: $fault', async ({ operation, call, fault, cause, executed }) => {
    const order = String(++number);
    sandbox.misbehave({ operation, fault });
    const outcome = await call(order);
    const isTolerated = operation === 'payout.pay' && fault === 'no-signature';
    expect(outcome).toMatchObject(
      isTolerated
        ? { status: 'pending', authenticated: false }
        : { status: 'unknown', cause: { code: cause } },
    );
    expect(sandbox.orders.some((placed) => placed.number === order)).toBe(executed);
    const next = await call(String(++number));
    expect(next).toMatchObject({ status: 'pending', authenticated: true });
  });

  it.each([
    ['doctype', 'reply_malformed'],
    ['other-algorithm', 'signature_invalid'],
  ] as const)('payapply: %s', async (fault, code) => {
    sandbox.misbehave({ operation: 'payapply', fault });
    expect(await operations.payapply(String(++number))).toMatchObject({ status: 'unknown', cause: { code } });
  });

  it('payout.pay: wrong-encryption', async () => {
    sandbox.misbehave({ operation: 'payout.pay', fault: 'wrong-encryption' });
    const outcome = await operations['payout.pay'](String(++number));
    expect(outcome).toMatchObject({ status: 'unknown', cause: { code: 'decryption_failed' } });
  });

  it.each(['quickPay.pay', 'payout.pay'] as const)('%s: undocumented-state', async (operation) => {
    sandbox.misbehave({ operation, fault: 'undocumented-state' });
    const outcome = await operations[operation](String(++number));
    expect(outcome).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', error: { listed: false } },
    });
  });

  it.each(['queryorder', 'quickPay.query', 'payout.query'] as const)(
    '%s: undocumented-state',
    async (operation) => {
      const order = String(++number);
      const calls = {
        queryorder: async () => {
          await operations.payapply(order);
          sandbox.misbehave({ operation, fault: 'undocumented-state' });
          return await clients.direct.queryorder({ out_trade_no: order });
        },
        'quickPay.query': async () => {
          await operations['quickPay.pay'](order);
          sandbox.misbehave({ operation, fault: 'undocumented-state' });
          return await clients.mmsp.quickPay.query({ MERORDERID: order });
        },
        'payout.query': async () => {
          await operations['payout.pay'](order);
          sandbox.misbehave({ operation, fault: 'undocumented-state' });
          return await clients.mmsp.payout.query({ ORDERNO: order });
        },
      };
      expect(await calls[operation]()).toMatchObject({ status: 'unknown', cause: { code: 'platform' } });
    },
  );

  it.each(Object.entries(operations))('%s: delay beyond the deadline', async (operation) => {
    const order = String(++number);
    const hasty = await createClients(sandbox, 0.3);
    const withdraw = sandbox.misbehave({
      operation: operation as 'payapply',
      fault: 'delay',
      delaySeconds: 30,
    });
    const calls: Record<string, () => Promise<unknown>> = {
      payapply: () => hasty.direct.payapply({ ...METRO_FARE, out_trade_no: order, notify_url: NOWHERE }),
      'quickPay.pay': () =>
        hasty.mmsp.quickPay.pay({ ...CARD_PAYMENT, MERORDERID: order, NOTIFY_URL: NOWHERE }),
      'payout.pay': () => hasty.mmsp.payout.pay({ ...PAYOUT, ORDERNO: order }),
    };
    expect(await calls[operation]?.()).toMatchObject({ status: 'unknown', cause: { code: 'timeout' } });
    expect(sandbox.orders.some((placed) => placed.number === order)).toBe(true);
    withdraw();
  });

  it.each([
    ['payapply', 'ORDER_CLOSED', 'failed'],
    ['payapply', 'SYSTEMERROR', 'unknown'],
    ['quickPay.pay', '-3005', 'failed'],
    ['quickPay.pay', '-4711', 'unknown'],
    ['payout.pay', '1012', 'failed'],
    ['payout.pay', '1037', 'unknown'],
  ] as const)('%s: refuse with %s is %s', async (operation, code, status) => {
    const order = String(++number);
    sandbox.misbehave({ operation, fault: 'refuse', code });
    const outcome = await operations[operation](order);
    expect(outcome.status).toBe(status);
    expect(JSON.stringify(outcome)).toContain(`"code":"${code}"`);
    expect(sandbox.orders.some((placed) => placed.number === order)).toBe(false);
  });

  it.each([
    ['system-error', { status: 'pending' }],
    ['system-error-after-executing', { status: 'unknown', cause: { error: { code: 'ORDER_ACCEPTED' } } }],
  ] as const)('payapply: %s, then the same parameters again', async (fault, second) => {
    const order = String(++number);
    sandbox.misbehave({ operation: 'payapply', fault });
    const first = await operations.payapply(order);
    expect(first).toMatchObject({ status: 'unknown', next: { action: 'repeat', operation: 'payapply' } });
    expect(await operations.payapply(order)).toMatchObject(second);
  });
});

describe('misbehave', () => {
  it('does wrong as often as told, first told first done, and nothing else', async () => {
    const sandbox = await testSandbox();
    const url = sandbox.urls.wechatTransit;
    sandbox.misbehave({ operation: 'payapply', fault: 'bad-gateway', times: 2 });
    sandbox.misbehave({ operation: 'payapply', fault: 'redirect' });
    const statuses: number[] = [];
    for (let round = 0; round < 4; round++) {
      statuses.push((await post(`${url}/transit/queryorder`, '')).status);
      statuses.push((await post(`${url}${APPLY}`, '')).status);
    }
    expect(statuses).toEqual([200, 502, 200, 502, 200, 302, 200, 200]);
  });

  it('can be withdrawn', async () => {
    const sandbox = await testSandbox();
    const times = Number.POSITIVE_INFINITY;
    const withdraw = sandbox.misbehave({ operation: 'payapply', fault: 'system-error', times });
    const code = async () => (await callTransit(sandbox, APPLY, applyFields()))['err_code'];
    expect([await code(), await code()]).toEqual(['SYSTEMERROR', 'SYSTEMERROR']);
    withdraw();
    withdraw();
    expect(await code()).toBeUndefined();
  });

  it('answers 502 with HTML', async () => {
    const sandbox = await testSandbox();
    sandbox.misbehave({ operation: 'payapply', fault: 'bad-gateway' });
    const response = await post(`${sandbox.urls.wechatTransit}${APPLY}`, '');
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toContain('<h1>502 Bad Gateway</h1>');
  });

  it.each<[string, object]>([
    ['operation', { operation: 'nothing', fault: 'empty' }],
    ['operation', { operation: 'constructor', fault: 'empty' }],
    ['fault', { operation: 'payapply', fault: 'nothing' }],
    ['fault', { operation: 'payapply', fault: 'toString' }],
    ['fault', { operation: 'quickPay.pay', fault: 'doctype' }],
    ['fault', { operation: 'payapply', fault: 'wrong-encryption' }],
    ['times', { operation: 'payapply', fault: 'empty', times: 0 }],
    ['times', { operation: 'payapply', fault: 'empty', times: 1.5 }],
    ['delaySeconds', { operation: 'payapply', fault: 'delay', delaySeconds: Number.NaN }],
    ['code', { operation: 'payapply', fault: 'refuse' }],
    ['notification', { notification: 'nothing', fault: 'lost' }],
    ['fault', { notification: 'paymentNotice', fault: 'doctype' }],
  ])('refuses what cannot be: %s %o', async (path, misbehaviour) => {
    const sandbox = await testSandbox();
    let error: unknown;
    try {
      sandbox.misbehave(misbehaviour as Misbehaviour);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ConfigurationError);
    expect((error as ConfigurationError).issues.map((issue) => issue.path)).toEqual([path]);
  });
});
