import { type QuickPayNotification, quickPay } from '@yinjian/mmsp';
import { describe, expect, it } from 'vitest';
import { merchants } from '../../merchants.ts';
import type { Sandbox } from '../../sandbox.ts';
import { callQuickPay, envelope, envelopeSign, quickPayBody } from '../../testing/raw-requests.ts';
import { eventually, testHandlerReceiver, testReceiver, testSandbox } from '../../testing/test-sandbox.ts';

const { md5Key, agent } = merchants.mmsp;

async function pay(sandbox: Sandbox, NOTIFY_URL: string, MERORDERID = 'a', AGENTNO = ''): Promise<void> {
  const key = AGENTNO === '' ? md5Key : agent.md5Key;
  const Body = quickPayBody({ NOTIFY_URL, MERORDERID });
  const placed = await callQuickPay(sandbox, envelope(771, Body, { AGENTNO, Sign: envelopeSign(Body, key) }));
  const LIST_ID = String(placed.Body['LIST_ID']);
  const code = { LIST_ID, MSG_CODE: sandbox.payer.smsCode(LIST_ID) };
  await callQuickPay(sandbox, envelope(772, code, { AGENTNO, Sign: envelopeSign(code, key) }));
}

function collect() {
  const notifications: QuickPayNotification[] = [];
  const refusals: unknown[] = [];
  const handler = quickPay.createQuickPayNotificationHandler(
    { md5Key, agent },
    {
      onNotification: (notification) => void notifications.push(notification),
      onRefused: ({ reason }) => void refusals.push((reason as { code: unknown }).code),
    },
  );
  return { notifications, refusals, handler };
}

describe('the quick-pay notification', () => {
  it.each(['', agent.AGENTNO])('is sent after the payment and believed, agent "%s"', async (AGENTNO) => {
    const { notifications, refusals, handler } = collect();
    const receiver = await testHandlerReceiver(handler);
    const sandbox = await testSandbox();
    await pay(sandbox, receiver.url, 'a', AGENTNO);
    await eventually(() => expect(sandbox.notifications[0]?.state).toBe('acknowledged'));
    expect(refusals).toEqual([]);
    expect(notifications).toMatchObject([
      {
        status: 'succeeded',
        authenticated: true,
        data: { MERORDERID: 'a', AMT: 1234, PUSH_COUNT: 1, CARDNO: '62270**********7349' },
      },
    ]);
    const text = receiver.received[0]?.body;
    expect(text).toMatch(/"CommandID":35104,.*"BANK_NAME":"招商银行","PUSH_COUNT":1\}/);
  });

  it('counts its sendings, with a bare number', async () => {
    const { notifications, handler } = collect();
    const receiver = await testHandlerReceiver(async (request) => {
      const response = await handler(request);
      return notifications.length < 3 ? new Response('BUSY') : response;
    });
    const sandbox = await testSandbox();
    await pay(sandbox, receiver.url);
    await eventually(() => expect(sandbox.notifications[0]?.state).toBe('acknowledged'));
    const counts = notifications.map((one) => (one.status === 'succeeded' ? one.data.PUSH_COUNT : undefined));
    expect(counts).toEqual([1, 2, 3]);
  });

  it.each([
    ['SUCCESS', 'acknowledged'],
    ['success', 'acknowledged'],
    ['Success, thank you', 'acknowledged'],
    [' SUCCESS', 'given-up'],
    ['{"code":"SUCCESS"}', 'given-up'],
    ['', 'given-up'],
  ])('answered with "%s" is %s', async (body, state) => {
    const receiver = await testReceiver(() => ({ status: 200, body }));
    const sandbox = await testSandbox({ timeScale: 0 });
    await pay(sandbox, receiver.url);
    await eventually(() => expect(sandbox.notifications[0]?.state).toBe(state));
    expect(receiver.received).toHaveLength(state === 'acknowledged' ? 1 : 8);
  });

  it.each([
    ['wrong-signature', 'signature_invalid'],
    ['tampered', 'signature_invalid'],
    ['no-signature', 'signature_missing'],
  ] as const)('told to misbehave, %s: is refused, and believed when it comes again', async (fault, code) => {
    const { notifications, refusals, handler } = collect();
    const receiver = await testHandlerReceiver(handler);
    const sandbox = await testSandbox();
    sandbox.misbehave({ notification: 'quickPay.notification', fault });
    await pay(sandbox, receiver.url);
    await eventually(() => expect(sandbox.notifications[0]?.state).toBe('acknowledged'));
    expect(refusals).toEqual([code]);
    expect(notifications).toHaveLength(1);
  });

  it('comes twice, or not at all the first time, where told so', async () => {
    const receiver = await testReceiver(() => ({ status: 200, body: 'SUCCESS' }));
    const sandbox = await testSandbox();
    const numbers = () => receiver.received.map(({ body }) => /"MERORDERID":"(\w+)"/.exec(body)?.[1]);
    const notification = 'quickPay.notification';

    sandbox.misbehave({ notification, fault: 'duplicate' });
    await pay(sandbox, receiver.url, 'twice');
    await eventually(() => expect(numbers()).toEqual(['twice', 'twice']));

    sandbox.misbehave({ notification, fault: 'lost' });
    await pay(sandbox, receiver.url, 'lost');
    await eventually(() => expect(sandbox.notifications[1]?.state).toBe('acknowledged'));
    expect(numbers()).toEqual(['twice', 'twice', 'lost']);
    expect(sandbox.notifications[1]?.attempts.map(({ outcome }) => outcome)).toEqual([
      'lost',
      'acknowledged',
    ]);
  });

  it('comes late where told so', async () => {
    const receiver = await testReceiver(() => ({ status: 200, body: 'SUCCESS' }));
    const sandbox = await testSandbox();
    sandbox.misbehave({ notification: 'quickPay.notification', fault: 'delay', delaySeconds: 0.5 });
    await pay(sandbox, receiver.url, 'late');
    await eventually(() => expect(sandbox.notifications).toHaveLength(1));
    await pay(sandbox, receiver.url, 'prompt');
    await eventually(() => expect(receiver.received).toHaveLength(2));
    expect(receiver.received[0]?.body).toContain('"prompt"');
  });

  it('comes after a later one where told so', async () => {
    const receiver = await testReceiver(() => ({ status: 200, body: 'SUCCESS' }));
    const sandbox = await testSandbox({ timeScale: 0.05 });
    sandbox.misbehave({ notification: 'quickPay.notification', fault: 'reordered' });
    await pay(sandbox, receiver.url, 'first');
    await eventually(() => expect(sandbox.notifications).toHaveLength(1));
    await pay(sandbox, receiver.url, 'second');
    await eventually(() => expect(receiver.received).toHaveLength(2));
    expect(receiver.received[0]?.body).toContain('"second"');
    expect(receiver.received[1]?.body).toContain('"first"');
  });
});
