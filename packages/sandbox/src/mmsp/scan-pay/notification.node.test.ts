import { type ScanPayNotification, scanPay, verifyNotification } from '@yinjian/mmsp';
import { describe, expect, it } from 'vitest';
import { merchants } from '../../merchants.ts';
import type { SandboxOptions } from '../../sandbox-options.ts';
import { SCANNED } from '../../testing/clients.ts';
import { eventually, testHandlerReceiver, testReceiver, testSandbox } from '../../testing/test-sandbox.ts';

const { MERNO, TERMNO, md5Key, agent } = merchants.mmsp;
const credentials = { MERNO, TERMNO, md5Key };

/** Pays one pre-order. */
async function pay(NOTIFY_URL: string, inAgentMode = false, options: SandboxOptions = {}) {
  const sandbox = await testSandbox({ timeScale: 0.001, ...options });
  const client = scanPay.createScanPayClient({
    ...credentials,
    ...(inAgentMode ? { agent } : {}),
    url: sandbox.urls.scanPay,
  });
  return {
    sandbox,
    pay: async () => {
      await client.wechatPreOrder({
        ...SCANNED,
        MERORDERID: 'a',
        NOTIFY_URL,
        TIME_END: '2999-01-01 00:00:00',
      });
      sandbox.payer.settle('a');
    },
  };
}

function collect() {
  const notifications: ScanPayNotification[] = [];
  const refusals: unknown[] = [];
  const handler = scanPay.createScanPayNotificationHandler(
    { ...credentials, agent },
    {
      onNotification: (notification) => void notifications.push(notification),
      onRefused: ({ reason }) => void refusals.push((reason as { code: unknown }).code),
    },
  );
  return { notifications, refusals, handler };
}

describe('the scan-pay notification', () => {
  it.each([false, true])('is sent after the payment and believed, in agent mode: %s', async (inAgentMode) => {
    const { notifications, refusals, handler } = collect();
    const receiver = await testHandlerReceiver(handler);
    const { sandbox, pay: payNow } = await pay(receiver.url, inAgentMode);
    await payNow();
    await eventually(() => expect(sandbox.notifications[0]?.state).toBe('acknowledged'));
    expect(refusals).toEqual([]);
    expect(notifications).toMatchObject([
      {
        status: 'succeeded',
        authenticated: true,
        data: {
          MERORDERID: 'a',
          AMT: 100,
          TRADETYPE: '1',
          TRADETIME: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
        },
      },
    ]);
    const text = receiver.received[0]?.body ?? '';
    expect(text).toMatch(/"CommandID":2324,.*"NodeID":"openplat",.*"AMT":100,.*"TRDETIME":/);
    expect(verifyNotification(text, { ...credentials, agent })).toEqual(notifications[0]);
  });

  it.each([
    ['SUCCESS', 'acknowledged'],
    ['success', 'given-up'],
    ['SUCCESS\n', 'given-up'],
    ['', 'given-up'],
  ])('answered with %j is %s', async (body, state) => {
    const receiver = await testReceiver(() => ({ status: 200, body }));
    const { sandbox, pay: payNow } = await pay(receiver.url, false, { timeScale: 0.0001 });
    await payNow();
    await eventually(() => expect(sandbox.notifications[0]?.state).toBe(state));
    expect(receiver.received).toHaveLength(state === 'acknowledged' ? 1 : 11);
  });

  it.each([
    ['wrong-signature', 'signature_invalid'],
    ['tampered', 'signature_invalid'],
    ['no-signature', 'signature_missing'],
  ] as const)('told to misbehave, %s: is refused, and believed when it comes again', async (fault, code) => {
    const { notifications, refusals, handler } = collect();
    const receiver = await testHandlerReceiver(handler);
    const { sandbox, pay: payNow } = await pay(receiver.url);
    sandbox.misbehave({ notification: 'scanPay.notification', fault });
    await payNow();
    await eventually(() => expect(sandbox.notifications[0]?.state).toBe('acknowledged'));
    expect(refusals).toEqual([code]);
    expect(notifications).toHaveLength(1);
  });
});
