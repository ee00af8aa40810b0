import { decodeFlatXml } from '@yinjian/protocol-codec';
import { createPaymentNoticeHandler, type PaymentNotice } from '@yinjian/wechat-transit';
import { describe, expect, it } from 'vitest';
import { TEST_CONTRACTS } from '../magic-values.ts';
import { merchants } from '../merchants.ts';
import { APPLY, applyFields, callTransit, transitSign } from '../testing/raw-requests.ts';
import { ACKNOWLEDGED_TRANSIT } from '../testing/receiver.ts';
import { eventually, testHandlerReceiver, testReceiver, testSandbox } from '../testing/test-sandbox.ts';

const { sub_mch_id: _subMerchant, ...partner } = merchants.wechatTransit.partner;

function collect(sign_type: 'HMAC-SHA256' | 'MD5' = 'HMAC-SHA256') {
  const notices: PaymentNotice[] = [];
  const refusals: unknown[] = [];
  const handler = createPaymentNoticeHandler(
    { ...partner, sign_type },
    {
      onPaymentNotice: (notice) => void notices.push(notice),
      onRefused: ({ reason }) => void refusals.push((reason as { code: unknown }).code),
    },
  );
  return { notices, refusals, handler };
}

describe('the payment notice', () => {
  it.each(['HMAC-SHA256', 'MD5'] as const)('is sent, signed with %s, and believed', async (sign_type) => {
    const { notices, handler } = collect(sign_type);
    const receiver = await testHandlerReceiver(handler);
    const sandbox = await testSandbox();
    await callTransit(sandbox, APPLY, applyFields({ notify_url: receiver.url, sign_type, attach: '<&>' }));
    await eventually(() => expect(sandbox.notifications[0]?.state).toBe('acknowledged'));
    expect(notices).toMatchObject([
      { status: 'succeeded', authenticated: true, data: { total_fee: 888, attach: '<&>' } },
    ]);
    const [order] = sandbox.orders;
    const { sign, ...fields } = Object.fromEntries(decodeFlatXml(receiver.received[0]?.body ?? ''));
    expect(fields).toMatchObject({ out_trade_no: order?.number, transaction_id: order?.platformNumber });
    expect(fields).not.toHaveProperty('trade_state_desc');
    expect(sign).toBe(transitSign(fields, partner.key, sign_type));
    expect(receiver.received[0]?.contentType).toBe('text/xml; charset=utf-8');
  });

  it('of a failed deduction is not sent, unless asked for', async () => {
    const fails = { contract_id: TEST_CONTRACTS.fails };
    const silent = await testSandbox();
    await callTransit(silent, APPLY, applyFields(fails));
    await eventually(() => expect(silent.orders[0]?.state).toBe('failed'));
    expect(silent.notifications).toEqual([]);

    const { notices, handler } = collect();
    const receiver = await testHandlerReceiver(handler);
    const sandbox = await testSandbox({ notifyFailedDeductions: true });
    await callTransit(sandbox, APPLY, applyFields({ ...fails, notify_url: receiver.url }));
    await eventually(() => expect(sandbox.notifications[0]?.state).toBe('acknowledged'));
    expect(receiver.received[0]?.body).toContain('PAY_FAIL');
    expect(notices).toMatchObject([{ status: 'failed' }]);
  });

  it.each([
    ['the words in plain text', { status: 200, body: 'SUCCESS' }],
    ['FAIL', { status: 200, body: '<xml><return_code>FAIL</return_code></xml>' }],
    ['the right words under a wrong status', { ...ACKNOWLEDGED_TRANSIT, status: 500 }],
    ['a redirect', { ...ACKNOWLEDGED_TRANSIT, status: 302 }],
    ['nothing', { status: 204, body: '' }],
  ])('is sent again after %s', async (_, answer) => {
    const receiver = await testReceiver((_body, count) => (count < 3 ? answer : ACKNOWLEDGED_TRANSIT));
    const sandbox = await testSandbox();
    await callTransit(sandbox, APPLY, applyFields({ notify_url: receiver.url }));
    await eventually(() => expect(sandbox.notifications[0]?.state).toBe('acknowledged'));
    expect(sandbox.notifications[0]?.attempts.map(({ outcome }) => outcome)).toEqual([
      'rejected',
      'rejected',
      'acknowledged',
    ]);
    expect(receiver.received).toHaveLength(3);
  });

  it('is sent ten times, then given up', async () => {
    const receiver = await testReceiver(() => ({ status: 503, body: '' }));
    const sandbox = await testSandbox({ timeScale: 0 });
    await callTransit(sandbox, APPLY, applyFields({ notify_url: receiver.url }));
    await eventually(() => expect(sandbox.notifications[0]?.state).toBe('given-up'));
    expect(receiver.received).toHaveLength(10);
  });

  it.each([
    'https://example.com/notify',
    'http://10.0.0.1/',
    'http://127.0.0.1.example.com/',
    'http://[::2]/',
  ])('is never sent to %s', async (notify_url) => {
    const lines: string[] = [];
    const sandbox = await testSandbox({ log: (line) => lines.push(line) });
    await callTransit(sandbox, APPLY, applyFields({ notify_url }));
    await eventually(() => expect(sandbox.notifications[0]?.state).toBe('not-allowed'));
    expect(sandbox.notifications[0]?.attempts).toEqual([]);
    expect(lines.join('\n')).toContain('only calls http(s) URLs on this machine');
  });

  it.each([
    ['wrong-signature', 'signature_invalid'],
    ['tampered', 'signature_invalid'],
    ['no-signature', 'signature_missing'],
  ] as const)('told to misbehave, %s: is refused, and believed when it comes again', async (fault, code) => {
    const { notices, refusals, handler } = collect();
    const receiver = await testHandlerReceiver(handler);
    const sandbox = await testSandbox();
    sandbox.misbehave({ notification: 'paymentNotice', fault });
    await callTransit(sandbox, APPLY, applyFields({ notify_url: receiver.url }));
    await eventually(() => expect(sandbox.notifications[0]?.state).toBe('acknowledged'));
    expect(refusals).toEqual([code]);
    expect(notices).toHaveLength(1);
    expect(sandbox.notifications[0]?.attempts[0]).toMatchObject({
      outcome: 'rejected',
      httpStatus: 400,
      fault,
    });
  });
});
