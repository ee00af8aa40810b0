import type { WireFields } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import {
  credentials,
  envelope,
  type FlatBody,
  generalRefusal,
  utf8,
} from '../internal/fixtures/envelopes.ts';
import { placed } from '../internal/fixtures/quick-pay-orders.ts';
import { sentOf } from '../internal/fixtures/sent-of.ts';
import type { MmspOperation, OperationOf } from '../operation.ts';
import { readReply } from './build-request.ts';
import { confirm } from './confirm.ts';
import * as quickPay from './operations.ts';
import { pay } from './pay.ts';
import { query } from './query.ts';

const { LIST_ID, MERORDERID } = placed;
const sentBy = new Map<MmspOperation, WireFields>([
  [pay, { MERORDERID, AMT: '1234' }],
  [confirm, { LIST_ID }],
  [query, { MERORDERID }],
]);

const operations = { pay, confirm, query };

/** The outcome of a verified reply with this body. */
function outcomeOf(operation: OperationOf<'quickPay'>, body: FlatBody) {
  const header = { CommandID: operation.commandId + 0x8000 };
  return readReply(
    operation,
    utf8(envelope(body, { header })),
    credentials,
    sentOf(operation, sentBy.get(operation)),
  );
}

const toQuery = { action: 'query', operation: 'quickPay.query' };
const toConfirm = { action: 'proceed', operation: 'quickPay.confirm', take: ['LIST_ID'] };

describe('STATUS', () => {
  it.each([
    ['pay', '0', { status: 'pending', next: toConfirm }],
    ['pay', '1', { status: 'succeeded', data: { AMT: 1234, LIST_ID } }],
    [
      'pay',
      '2',
      { status: 'unknown', cause: { error: { code: '2', meaning: { zh: '下单失败' } } }, next: toQuery },
    ],
    ['pay', '3', { status: 'unknown', next: toQuery }],
    ['confirm', '0', { status: 'unknown', next: toQuery }],
    ['confirm', '1', { status: 'pending', next: toQuery }],
    ['confirm', '2', { status: 'failed', next: toQuery, error: { code: '2', meaning: { zh: '确认失败' } } }],
    ['query', '0', { status: 'pending', next: { ...toQuery, awaits: toConfirm }, data: { LIST_ID } }],
    ['query', '1', { status: 'succeeded', data: { AMT: 1234, LIST_ID } }],
    ['query', '2', { status: 'failed', error: { code: '2', meaning: { zh: '支付失败' } } }],
    ['query', '3', { status: 'refunded', data: { MERORDERID } }],
  ] as const)('%s: %s', (name, STATUS, expected) => {
    const operation = operations[name];
    const authenticated = expected.status === 'unknown' ? {} : { authenticated: true };
    expect(outcomeOf(operation, { ...placed, STATUS })).toMatchObject({ ...expected, ...authenticated });
    expect(outcomeOf(operation, { ...placed, STATUS: Number(STATUS) })).toMatchObject(expected);
  });

  it.each([pay, confirm, query])('concludes nothing from a state that no table lists: $name', (operation) => {
    for (const STATUS of ['4', '9', '', '00', 'SUCCESS', 'constructor']) {
      const outcome = outcomeOf(operation, { ...placed, STATUS });
      expect(outcome).toMatchObject({ status: 'unknown', next: toQuery });
    }
  });

  it('says nothing of a malformed message where a confirmation failed with 0', () => {
    const outcome = outcomeOf(confirm, { LIST_ID, STATUS: '0' });
    expect(JSON.stringify(outcome)).not.toContain('Malformed');
  });

  it.each([pay, query])(
    'concludes nothing from «paid» without the amount or the platform’s number',
    (operation) => {
      for (const name of ['AMT', 'LIST_ID']) {
        const outcome = outcomeOf(operation, { ...placed, STATUS: '1', [name]: '' });
        expect(outcome).toMatchObject({
          status: 'unknown',
          cause: { code: 'reply_incomplete' },
          next: toQuery,
        });
      }
    },
  );
});

describe('ERRCODE', () => {
  const failed = { ...placed, STATUS: '2' };

  it.each([pay, confirm, query])('AA: the payer is still paying, whatever failed: $name', (operation) => {
    const outcome = outcomeOf(operation, { ...failed, ERRCODE: 'AA', ERRMSG: '用户支付中' });
    expect(outcome).toMatchObject({ status: 'pending', authenticated: true, next: toQuery });
  });

  it('AA: paying, so a «paid» beside it is not believed', () => {
    expect(outcomeOf(query, { ...placed, STATUS: '1', ERRCODE: 'AA' })).toMatchObject({
      status: 'unknown',
      cause: { error: { code: 'AA' } },
      next: toQuery,
    });
  });

  it('D4 says that the order is closed, on purpose or not, and what a new payment needs', () => {
    const outcome = outcomeOf(query, { ...failed, ERRCODE: 'D4', ERRMSG: '订单已关闭' });
    const en = expect.stringMatching(/will not be paid; a new payment needs a new order number$/);
    expect(outcome).toMatchObject({ status: 'failed', error: { code: 'D4', action: { en } } });
  });

  it.each([pay, confirm, query])('D4: closed, or card data that do not match: $name', (operation) => {
    const outcome = outcomeOf(operation, { ...failed, ERRCODE: 'D4', ERRMSG: '要素不匹配' });
    expect(outcome).toMatchObject({
      status: 'failed',
      error: {
        code: 'D4',
        listed: true,
        message: '要素不匹配',
        meaning: { zh: '订单已关闭' },
        action: { zh: expect.stringContaining('要素不匹配') },
        mayRepeat: false,
      },
    });
  });

  it('00 in the reply to a query says that the query was carried out: the state counts', () => {
    expect(outcomeOf(query, { ...failed, ERRCODE: '00', ERRMSG: '交易成功' })).toMatchObject({
      status: 'failed',
      error: { code: '2' },
    });
  });

  it.each([pay, confirm])('00 contradicts a failure: $name', (operation) => {
    expect(outcomeOf(operation, { ...failed, ERRCODE: '00' })).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', error: { code: '00', listed: true } },
      next: toQuery,
    });
  });

  it.each([pay, query])('00 and AA do not make a placed order a paid one: $name', (operation) => {
    for (const ERRCODE of ['00', 'AA', 'D4', 'Z9']) {
      expect(outcomeOf(operation, { ...placed, STATUS: '0', ERRCODE })).toMatchObject({ status: 'pending' });
    }
  });

  it.each(['Z9', '0', '2', 'constructor'])('%s, which no table lists, is kept', (ERRCODE) => {
    expect(outcomeOf(query, { ...failed, ERRCODE, ERRMSG: '余额不足' })).toMatchObject({
      status: 'failed',
      error: { code: ERRCODE, listed: false, message: '余额不足', meaning: { zh: '支付失败' } },
    });
  });

  it('may be missing: then the state is the code, and the platform’s words are kept', () => {
    expect(outcomeOf(query, { ...failed, ERRMSG: '卡号6225880113756648余额不足' })).toMatchObject({
      status: 'failed',
      error: { code: '2', message: '卡号****************余额不足', meaning: { zh: '支付失败' } },
    });
  });
});

describe('-2002: no such order', () => {
  const refused = (operation: OperationOf<'quickPay'>) =>
    readReply(
      operation,
      utf8(generalRefusal({ ErrorMsg: '[-2002] 没有该订单' })),
      credentials,
      sentOf(operation, sentBy.get(operation)),
    );

  it('leads from a query to the very same order again, whichever operation placed it', () => {
    const outcome = refused(query);
    expect(outcome).toMatchObject({
      status: 'unknown',
      cause: { code: 'platform', error: { code: '-2002', listed: true, mayRepeat: false } },
    });
    const { next } = outcome as { next: object };
    expect(next).toEqual({ action: 'repeat', afterSeconds: [30, 60, 300] });
  });

  it.each([pay, confirm, quickPay.payWithBoundCard])('leads to a query: $name', (operation) => {
    expect(refused(operation)).toMatchObject({ status: 'unknown', next: toQuery });
  });

  it('of a page of orders leads to the same question', () => {
    expect(refused(quickPay.queryBatch)).toMatchObject({
      status: 'unknown',
      next: { action: 'query', operation: 'quickPay.queryBatch' },
    });
  });
});
