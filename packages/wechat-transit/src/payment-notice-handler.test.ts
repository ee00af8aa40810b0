import type { NotificationRefusal } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { paidOrder, platformXml, signedXml, utf8 } from './internal/fixtures/platform.ts';
import { issuesOf, rejection } from './internal/fixtures/rejection.ts';
import { direct, KEY, ORDER } from './internal/fixtures/samples.ts';
import type { PaymentNotice } from './payment-notice.ts';
import { createPaymentNoticeHandler, type PaymentNoticeHandlerOptions } from './payment-notice-handler.ts';

const post = (body: BodyInit) => new Request('https://merchant.example/notify', { method: 'POST', body });

function setUp(options: Partial<PaymentNoticeHandlerOptions> = {}) {
  const notices: PaymentNotice[] = [];
  const refused: NotificationRefusal[] = [];
  const handler = createPaymentNoticeHandler(direct, {
    onPaymentNotice: (notice) => {
      notices.push(notice);
    },
    onRefused: (refusal) => {
      refused.push(refusal);
    },
    ...options,
  });
  return { handler, notices, refused };
}

describe('a handler for payment notices', () => {
  it('acknowledges in the exact words the platform waits for', async () => {
    const { handler, notices, refused } = setUp();
    const response = await handler(post(await signedXml(paidOrder)));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(await response.text()).toBe(
      '<xml><return_code><![CDATA[SUCCESS]]></return_code><return_msg><![CDATA[OK]]></return_msg></xml>',
    );
    expect(notices).toMatchObject([{ status: 'succeeded', data: { out_trade_no: ORDER, total_fee: 888 } }]);
    expect(refused).toEqual([]);
  });

  it('tells of every notice, repeats and failures included', async () => {
    const { handler, notices } = setUp();
    const failed = await signedXml({ ...paidOrder, trade_state: 'PAY_FAIL' });
    for (const xml of [await signedXml(paidOrder), await signedXml(paidOrder), failed]) {
      expect((await handler(post(xml))).status).toBe(200);
    }
    expect(notices.map(({ status }) => status)).toEqual(['succeeded', 'succeeded', 'failed']);
  });

  it('does not acknowledge when the callback throws', async () => {
    const bug = new Error('database down');
    const { handler, refused } = setUp({ onPaymentNotice: () => Promise.reject(bug) });
    const response = await handler(post(await signedXml(paidOrder)));
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('');
    expect(refused).toEqual([{ reason: bug, httpStatus: 500 }]);
  });

  it.each<[string, BodyInit, number, string]>([
    ['no signature', platformXml(paidOrder), 400, 'signature_missing'],
    ['a wrong signature', platformXml({ ...paidOrder, sign: 'A'.repeat(64) }), 400, 'signature_invalid'],
    ['an empty body', '', 400, 'malformed'],
    ['HTML', '<html></html>', 400, 'malformed'],
    ['a DOCTYPE', '<!DOCTYPE xml><xml></xml>', 400, 'malformed'],
    ['mismatched tags', '<xml><a>1</b></xml>', 400, 'malformed'],
    ['duplicate fields', '<xml><a>1</a><a>1</a></xml>', 400, 'malformed'],
    ['a body cut off', platformXml(paidOrder).slice(0, -3), 400, 'malformed'],
    ['invalid UTF-8', new Uint8Array([...utf8('<xml><a>'), 0xff, ...utf8('</a></xml>')]), 400, 'malformed'],
    ['more than a mebibyte', `<xml><a>${'x'.repeat(1_048_576)}</a></xml>`, 413, 'malformed'],
  ])('does not acknowledge %s', async (_, body, httpStatus, code) => {
    const { handler, notices, refused } = setUp();
    const response = await handler(post(body));
    expect(response.status).toBe(httpStatus);
    expect(await response.text()).toBe('');
    expect(notices).toEqual([]);
    expect(refused).toMatchObject([{ reason: { name: 'NotificationError', code }, httpStatus }]);
  });

  it.each(['GET', 'HEAD'])('refuses %s', async (method) => {
    const { handler, notices } = setUp();
    const response = await handler(new Request('https://merchant.example/notify', { method }));
    expect(response.status).toBe(405);
    expect(notices).toEqual([]);
  });

  it('is not changed by what happens to its options afterwards', async () => {
    const notices: PaymentNotice[] = [];
    const credentials = { ...direct, key: KEY as string };
    const options = { onPaymentNotice: (notice: PaymentNotice) => void notices.push(notice) };
    const handler = createPaymentNoticeHandler(credentials, options);
    credentials.key = KEY.toUpperCase();
    options.onPaymentNotice = () => {
      throw new Error('replaced');
    };
    expect((await handler(post(await signedXml(paidOrder)))).status).toBe(200);
    expect(notices).toHaveLength(1);
  });

  it('names everything that is unusable at once, when it is created', async () => {
    const options = { onRefused: 'log', onNotice: () => {} } as unknown as PaymentNoticeHandlerOptions;
    const error = await rejection(() => createPaymentNoticeHandler({ ...direct, key: '' }, options));
    expect(issuesOf(error)).toEqual([
      'key invalid_value',
      'onPaymentNotice wrong_type',
      'onRefused wrong_type',
      'onNotice unknown_field',
    ]);
    const none = undefined as unknown as PaymentNoticeHandlerOptions;
    expect(issuesOf(await rejection(() => createPaymentNoticeHandler(direct, none)))).toContain(
      'options wrong_type',
    );
  });
});
