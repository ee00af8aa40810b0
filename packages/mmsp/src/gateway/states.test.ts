import { describeReply, describeRequest } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { NOTIFICATION_RETRY_SECONDS } from '../envelope/notification-retry.ts';
import {
  credentials,
  envelope,
  type FlatBody,
  generalRefusal,
  utf8,
} from '../internal/fixtures/envelopes.ts';
import { refusal } from '../internal/fixtures/refusal.ts';
import { sentOf } from '../internal/fixtures/sent-of.ts';
import { verifyNotification } from '../verify-notification.ts';
import { readReply } from './build-request.ts';
import { notification } from './notification.ts';
import { createGatewayNotificationHandler } from './notification-handler.ts';
import { pay } from './pay.ts';
import { query } from './query.ts';

/** Like the notification that the document prints. */
const paid = {
  AMT: '666',
  GOODSNAME: 'product',
  LIST_ID: '100000005023',
  MERORDERID: '711245',
  NOTIFY_DATE: '20170926150436',
  PAY_CHANNEL: 'YLBILL-NET-B2C',
  PAY_DATE: '20170926150435',
  REMARK: '备注',
  STATUS: '1',
} as const;
const toQuery = { action: 'query', operation: 'gateway.query' };

const queried = (body: FlatBody, CommandID = 35091, sent = {}) =>
  readReply(query, utf8(envelope(body, { header: { CommandID } })), credentials, sentOf(query, sent));
const notified = (body: FlatBody, header: object = { CommandID: 35104, NodeID: 'openplat' }) =>
  verifyNotification(envelope(body, { header: { ...header } }), credentials);

describe('the tables', () => {
  it('of query [M] 网关 5.3', () => {
    expect(query).toMatchObject({ commandId: 2323, role: 'query', open: true, movesMoney: false });
    expect(describeRequest(query.request).map(({ name }) => name)).toEqual(['MERORDERID']);
    expect(describeReply(query.reply).map(({ name }) => name)).toEqual(
      'STATUS ERRCODE ERRMSG LIST_ID MERORDERID AMT GOODSNAME PAY_CHANNEL PAY_DATE NOTIFY_DATE REMARK'.split(
        ' ',
      ),
    );
  });

  it('of the notification [M] 网关 5.2', () => {
    expect(describeReply(notification.reply).map(({ name }) => name)).toEqual(
      'STATUS ERRCODE ERRMSG LIST_ID MERORDERID AMT GOODSNAME PAY_CHANNEL PAY_DATE NOTIFY_DATE REMARK PUSH_COUNT'.split(
        ' ',
      ),
    );
  });
});

describe('STATUS', () => {
  it.each([
    ['0', { status: 'pending', next: toQuery }],
    ['1', { status: 'succeeded', data: { AMT: 666, LIST_ID: paid.LIST_ID, REMARK: '备注' } }],
    ['2', { status: 'failed', error: { code: '2', meaning: { zh: '支付失败' } } }],
    ['3', { status: 'refunded' }],
    ['4', { status: 'unknown', next: toQuery }],
    ['constructor', { status: 'unknown', next: toQuery }],
  ] as const)('%s, in a query and in a notification', (STATUS, expected) => {
    expect(queried({ ...paid, STATUS })).toMatchObject(expected);
    expect(notified({ ...paid, STATUS })).toMatchObject(expected);
  });

  it.each([
    ['AA', { status: 'pending', next: toQuery }],
    ['D4', { status: 'failed', error: { code: 'D4', listed: true, meaning: { zh: '订单已关闭' } } }],
    ['00', { status: 'failed', error: { code: '2' } }],
    ['Z9', { status: 'failed', error: { code: 'Z9', listed: false } }],
  ] as const)('2 with ERRCODE %s', (ERRCODE, expected) => {
    expect(queried({ ...paid, STATUS: '2', ERRCODE })).toMatchObject(expected);
  });

  it.each(['AMT', 'LIST_ID'])('concludes nothing from «paid» without %s', (name) => {
    expect(queried({ ...paid, [name]: '' })).toMatchObject({
      status: 'unknown',
      cause: { code: 'reply_incomplete' },
    });
  });
});

describe('the reply to a query', () => {
  it('comes with the id of the rule, or with that of the sample', () => {
    for (const id of [35091, 35104]) expect(queried(paid, id)).toMatchObject({ status: 'succeeded' });
    expect(queried(paid, 33541)).toMatchObject({ status: 'unknown', cause: { code: 'reply_mismatch' } });
  });

  it('speaks of the order that was asked about', () => {
    expect(queried(paid, 35091, { MERORDERID: 'other' })).toMatchObject({
      status: 'unknown',
      cause: { code: 'reply_mismatch' },
    });
  });

  it('leaves the order unknown where it is a refusal: it may not have been posted yet', () => {
    const bytes = utf8(generalRefusal({ ErrorMsg: '[-2002] 没有该订单' }));
    expect(readReply(query, bytes, credentials, sentOf(query))).toMatchObject({
      status: 'unknown',
      cause: { error: { code: '-2002' } },
      next: toQuery,
    });
  });
});

describe('a form', () => {
  it('has no reply that would say anything', () => {
    for (const STATUS of ['0', '1', '2']) {
      const reply = utf8(envelope({ ...paid, STATUS }, { header: { CommandID: 35090 } }));
      expect(readReply(pay, reply, credentials, sentOf(pay))).toMatchObject({
        status: 'unknown',
        next: toQuery,
      });
    }
  });
});

describe('a notification', () => {
  it('is read under either id, and with a count', () => {
    for (const CommandID of [35090, 35104]) expect(notified(paid, { CommandID }).status).toBe('succeeded');
    expect(notified({ ...paid, PUSH_COUNT: 3 })).toMatchObject({ data: { PUSH_COUNT: 3 } });
  });

  it.each(['STATUS', 'LIST_ID', 'MERORDERID', 'AMT'])('is incomplete without %s', async (name) => {
    expect(await refusal(() => notified({ ...paid, [name]: '' }))).toMatchObject({
      code: 'incomplete',
      issues: [{ path: name, code: 'missing' }],
    });
  });

  it('that says «paid» without a time says nothing', () => {
    expect(notified({ ...paid, PAY_DATE: '' })).toMatchObject({ status: 'unknown' });
  });

  it('is answered with SUCCESS, or refused', async () => {
    expect(NOTIFICATION_RETRY_SECONDS).toEqual([1, 5, 10, 30, 90, 180, 300]);
    const seen: unknown[] = [];
    const handle = createGatewayNotificationHandler(credentials, {
      onNotification: (one) => void seen.push(one),
    });
    const answer = (body: string) =>
      handle(new Request('https://merchant.example/notify', { method: 'POST', body }));
    expect(await (await answer(envelope(paid))).text()).toBe('SUCCESS');
    expect((await answer(envelope(paid).replace('"666"', '"667"'))).status).toBe(400);
    expect(seen).toMatchObject([{ status: 'succeeded', data: { AMT: 666 }, authenticated: true }]);
  });
});
