import { describe, expect, it } from 'vitest';
import {
  credentials,
  envelope,
  type FlatBody,
  generalRefusal,
  utf8,
} from '../internal/fixtures/envelopes.ts';
import { orderReply, placedReply, refundReply, scanHeader } from '../internal/fixtures/scan-pay-orders.ts';
import { sentOf } from '../internal/fixtures/sent-of.ts';
import type { OperationOf } from '../operation.ts';
import * as scanPay from './index.ts';

const { MERORDERID } = placedReply;
const preOrders: OperationOf<'scanPay'>[] = [
  scanPay.wechatPreOrder,
  scanPay.wechatH5,
  scanPay.alipayPreOrder,
  scanPay.alipayStaticCode,
  scanPay.alipayDynamicCode,
  scanPay.alipayH5,
  scanPay.qqPreOrder,
  scanPay.jdPreOrder,
  scanPay.unionPayPreOrder,
];
const cards: OperationOf<'scanPay'>[] = [scanPay.wechatCard, scanPay.alipayCard, scanPay.qqCard];
const refunds: OperationOf<'scanPay'>[] = [scanPay.refund, scanPay.refundQuery];
const others: OperationOf<'scanPay'>[] = [scanPay.query, scanPay.cancel, scanPay.close];
const all = [...preOrders, ...cards, ...others, ...refunds];

function replyTo(operation: OperationOf<'scanPay'>): FlatBody {
  if (refunds.includes(operation)) return refundReply;
  return others.includes(operation) ? orderReply : placedReply;
}

/** The outcome of a verified reply with this body. */
function outcomeOf(operation: OperationOf<'scanPay'>, changes: FlatBody = {}, header: object = {}) {
  const text = envelope(
    { ...replyTo(operation), ...changes },
    { header: { ...scanHeader, CommandID: operation.commandId + 0x8000, ...header } },
  );
  const sent = refunds.includes(operation) ? { REFUND_MERORDERID: 'R1', AMT: '40' } : { MERORDERID };
  return scanPay.readReply(operation, utf8(text), credentials, sentOf(operation, sent));
}

const toQuery = { action: 'query', operation: 'scanPay.query' };
const toRefundQuery = { action: 'query', operation: 'scanPay.refundQuery' };
const nextOf = (operation: OperationOf<'scanPay'>) => (refunds.includes(operation) ? toRefundQuery : toQuery);
const succeeded = { status: 'succeeded' };
const failed = (zh: string) => ({
  status: 'failed',
  error: { code: '2', meaning: { zh }, mayRepeat: false },
});
/** Without a documented code: what the wallet calls a failure may be a time-out of its own. */
const unsettled = (zh: string, next: object) => ({
  status: 'unknown',
  cause: { code: 'platform', error: { code: '2', meaning: { zh }, mayRepeat: false } },
  next,
});

describe('STATUS', () => {
  const cases: [OperationOf<'scanPay'>, string, object][] = [
    ...preOrders.flatMap((one): [OperationOf<'scanPay'>, string, object][] => [
      [one, '1', { status: 'pending', next: toQuery }],
      [one, '2', unsettled('下单失败', toQuery)],
    ]),
    ...cards.flatMap((one): [OperationOf<'scanPay'>, string, object][] => [
      [one, '1', succeeded],
      [one, '2', unsettled('支付失败', toQuery)],
      [one, '3', { status: 'pending', next: toQuery }],
    ]),
    [scanPay.query, '1', { ...succeeded, data: { AMT: 100, ORDERNO: orderReply.ORDERNO } }],
    [scanPay.query, '2', failed('支付失败')],
    [scanPay.query, '3', { status: 'pending', next: toQuery }],
    [scanPay.cancel, '1', succeeded],
    [scanPay.cancel, '2', failed('撤单失败')],
    [scanPay.close, '1', succeeded],
    [scanPay.close, '2', failed('关闭订单失败')],
    ...refunds.flatMap((one): [OperationOf<'scanPay'>, string, object][] => [
      [one, '1', { status: 'pending', next: toRefundQuery, data: { AMT: 40 } }],
      [one, '2', one.role === 'query' ? failed('退款失败') : unsettled('退款失败', toRefundQuery)],
    ]),
  ];

  it.each(
    cases.map(([operation, STATUS, expected]) => [operation.name, STATUS, operation, expected] as const),
  )('%s: %s', (_, STATUS, operation, expected) => {
    const outcome = outcomeOf(operation, { STATUS });
    expect({ authenticated: true, ...outcome }).toMatchObject({ ...expected, authenticated: true });
    expect(outcomeOf(operation, { STATUS: Number(STATUS) })).toMatchObject(expected);
  });

  it('is listed for nothing else', () => {
    for (const operation of all) {
      const listed = cases.flatMap(([one, STATUS]) => (one === operation ? [STATUS] : []));
      expect(Object.keys(operation.states.values)).toEqual(listed);
    }
  });

  it.each(all)('concludes nothing from a state that no table lists: $name', (operation) => {
    for (const STATUS of ['0', '4', '9', '', '01', 'SUCCESS', 'constructor']) {
      expect(outcomeOf(operation, { STATUS })).toMatchObject({ status: 'unknown', next: nextOf(operation) });
    }
  });

  it('of a placed order never means paid, whatever code comes with it', () => {
    for (const operation of [...preOrders, ...refunds]) {
      for (const ERR_CODE of ['', '00', 'AA', 'D4', 'Z9']) {
        expect(outcomeOf(operation, { STATUS: '1', ERR_CODE }).status).toBe('pending');
      }
    }
  });

  it('«paid» is not believed without the number and, in a query, the amount', () => {
    const incomplete = { status: 'unknown', cause: { code: 'reply_incomplete' }, next: toQuery };
    for (const operation of cards) expect(outcomeOf(operation, { ORDERNO: '' })).toMatchObject(incomplete);
    expect(outcomeOf(scanPay.query, { AMT: '' })).toMatchObject(incomplete);
    expect(outcomeOf(scanPay.query, { ORDERNO: null })).toMatchObject(incomplete);
  });
});

describe('ERR_CODE', () => {
  it.each(all)('AA is under way, also where the state says failed: $name', (operation) => {
    const outcome = outcomeOf(operation, { STATUS: '2', ERR_CODE: 'AA', ERR_CODE_MSG: '用户支付中' });
    expect(outcome).toMatchObject({ status: 'pending', authenticated: true, next: nextOf(operation) });
  });

  it.each(cards)('AA with 3 is paying: $name', (operation) => {
    expect(outcomeOf(operation, { STATUS: '3', ERR_CODE: 'AA' })).toMatchObject({
      status: 'pending',
      next: toQuery,
    });
  });

  it.each(all)('D4 is closed: $name', (operation) => {
    expect(outcomeOf(operation, { STATUS: '2', ERR_CODE: 'D4', ERR_CODE_MSG: '订单已关闭' })).toMatchObject({
      status: 'failed',
      error: {
        code: 'D4',
        listed: true,
        message: '订单已关闭',
        action: { zh: expect.stringContaining('关闭或撤销') },
        mayRepeat: false,
      },
    });
  });

  it.each(all)('00 with a failed state: $name', (operation) => {
    const outcome = outcomeOf(operation, { STATUS: '2', ERR_CODE: '00' });
    expect(outcome).toMatchObject(
      operation.role === 'query'
        ? { status: 'failed', error: { code: '2' } }
        : { status: 'unknown', next: nextOf(operation) },
    );
  });

  it.each(all)('one that no table lists is kept, with its words: $name', (operation) => {
    for (const ERR_CODE of ['SYSTEMERROR', 'BANKERROR', 'USERPAYING', 'E0317', '']) {
      const error = { code: ERR_CODE || '2', listed: ERR_CODE === '', message: '余额不足' };
      expect(outcomeOf(operation, { STATUS: '2', ERR_CODE, ERR_CODE_MSG: '余额不足' })).toMatchObject(
        operation.role === 'create'
          ? { status: 'unknown', cause: { error }, next: nextOf(operation), data: { STATUS: '2' } }
          : { status: 'failed', error },
      );
    }
  });

  it('ERRCODE and ERRMSG, which other products have, are nothing here', () => {
    expect(outcomeOf(scanPay.query, { STATUS: '2', ERRCODE: 'AA', ERRMSG: 'x' })).toMatchObject({
      status: 'failed',
      error: { code: '2', message: '支付失败' },
    });
  });
});

describe('the header', () => {
  const refuse = (operation: OperationOf<'scanPay'>, header: object) =>
    scanPay.readReply(
      operation,
      utf8(generalRefusal({ ...scanHeader, ...header })),
      credentials,
      sentOf(operation, { MERORDERID }),
    );

  it.each(all)('0 refuses what moves money, and answers no question: $name', (operation) => {
    expect(refuse(operation, { RetCode: 0, ErrorMsg: '消息结构体错误' })).toMatchObject(
      operation.role === 'query'
        ? { status: 'unknown', next: nextOf(operation) }
        : { status: 'failed', authenticated: false, error: { code: '0', listed: true } },
    );
  });

  it.each(all)('39999 as the sample has it settles nothing: $name', (operation) => {
    expect(refuse(operation, { RetCode: 39999, ErrorMsg: '支付失败' })).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', error: { code: '39999', listed: false, message: '支付失败' } },
      next: nextOf(operation),
    });
  });

  it('-2002 leads from a query to the very same order again, whichever operation placed it', () => {
    const outcome = refuse(scanPay.query, { RetCode: 0, ErrorMsg: '[-2002] 没有该订单' });
    expect(outcome).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', error: { code: '-2002', listed: true } },
    });
    const { next } = outcome as { next: object };
    expect(next).toEqual({ action: 'repeat', afterSeconds: [30, 60, 300] });
  });

  it.each(all.filter(({ name }) => name !== 'scanPay.query'))(
    '-2002 leads to a query, and never to a second refund: $name',
    (operation) => {
      expect(refuse(operation, { RetCode: 0, ErrorMsg: '[-2002] 没有该订单' })).toMatchObject({
        status: 'unknown',
        next: nextOf(operation),
      });
    },
  );

  it.each(all)('another command’s id is not believed: $name', (operation) => {
    for (const CommandID of [operation.commandId, 0x8920, 0]) {
      expect(outcomeOf(operation, {}, { CommandID })).toMatchObject({
        status: 'unknown',
        cause: { code: 'reply_mismatch' },
      });
    }
  });

  it('a QQ card payment sent as 776 is answered by either id', () => {
    const operation = { ...scanPay.qqCard, commandId: 776 };
    for (const CommandID of [0x8916, 776 + 0x8000, '35094']) {
      expect(outcomeOf(operation, {}, { CommandID }).status).toBe('succeeded');
    }
  });
});

describe('what is repeated of the request', () => {
  it.each([...preOrders, ...cards, ...others])('must be the same order: $name', (operation) => {
    expect(outcomeOf(operation, { MERORDERID: 'other' })).toMatchObject({
      cause: { code: 'reply_mismatch' },
    });
  });

  it('must be the same refund and amount', () => {
    expect(outcomeOf(scanPay.refund, { REFUND_MERORDERID: 'R2' })).toMatchObject({
      cause: { code: 'reply_mismatch' },
    });
    expect(outcomeOf(scanPay.refund, { AMT: '41' })).toMatchObject({ cause: { code: 'reply_mismatch' } });
    expect(outcomeOf(scanPay.refund, { AMT: 40 }).status).toBe('pending');
  });
});
