import { describeReply, describeRequest } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { credentials } from '../internal/fixtures/envelopes.ts';
import { credit, debit } from '../internal/fixtures/quick-pay-orders.ts';
import { issues, refusal } from '../internal/fixtures/refusal.ts';
import type { OperationOf } from '../operation.ts';
import { buildRequest } from './build-request.ts';
import { confirm } from './confirm.ts';
import { notification } from './notification.ts';
import { pay } from './pay.ts';
import { query } from './query.ts';

const url = 'https://mmsp.example/openapi';
const build = (operation: OperationOf<'quickPay'>, input: unknown) =>
  buildRequest(operation, input as never, credentials, { url }).request;
const confirmation = { LIST_ID: '10000004985', MSG_CODE: '123456' };

/** `name presence maxLength`, as the tables have it. */
const rows = (table: ReturnType<typeof describeRequest>) =>
  table.map(({ name, presence, maxLength }) => `${name} ${presence} ${maxLength ?? ''}`.trim());

describe('the tables', () => {
  it('of pay [M] 快捷 5.3', () => {
    expect(rows(describeRequest(pay.request)).toSorted()).toEqual(
      [
        'MERORDERID required 32',
        'CARDNO required 20',
        'AMT required 12',
        'CARDTYPE required 1',
        'EXPDATE conditional 4',
        'CVN2 conditional 3',
        'NAME required 32',
        'ID_NO required 32',
        'PHONENO required 11',
        'RANDSTR optional 32',
        'USER_ID conditional 32',
        'NOTIFY_URL required 255',
        'JUMP_URL optional 255',
      ].toSorted(),
    );
    expect(describeReply(pay.reply).map(({ name }) => name)).toEqual(
      'STATUS ERRCODE ERRMSG LIST_ID MERORDERID PAY_DATE NOTIFY_DATE AMT BANK_NAME CARDNO BIND_ID'.split(' '),
    );
  });

  it('of confirm [M] 快捷 5.4', () => {
    expect(rows(describeRequest(confirm.request))).toEqual([
      'LIST_ID required 32',
      'MSG_CODE required 6',
      'RANDSTR optional 32',
    ]);
    expect(rows(describeReply(confirm.reply))).toEqual([
      'STATUS required 1',
      'LIST_ID conditional 32',
      'ERRCODE conditional 4',
      'ERRMSG conditional 255',
    ]);
  });

  it('of query [M] 快捷 5.7', () => {
    expect(rows(describeRequest(query.request))).toEqual(['MERORDERID required 32']);
    expect(describeReply(query.reply).map(({ name }) => name)).toEqual(
      'STATUS ERRCODE ERRMSG LIST_ID MERORDERID PAY_DATE NOTIFY_DATE CARDNO AMT CARDTYPE BIND_ID'.split(' '),
    );
  });

  it('of the notification [M] 快捷 5.5', () => {
    expect(describeReply(notification.reply).map(({ name }) => name)).toEqual(
      'STATUS LIST_ID MERORDERID PAY_DATE NOTIFY_DATE AMT CARDNO PUSH_COUNT CARDTYPE BANK_NAME'.split(' '),
    );
  });

  it('mark as sensitive what says something about the card and who holds it', () => {
    const sensitive = (table: ReturnType<typeof describeRequest>) =>
      table.flatMap(({ name, sensitive: is }) => (is ? [name] : [])).toSorted();
    expect(sensitive(describeRequest(pay.request))).toEqual(
      ['CARDNO', 'CVN2', 'EXPDATE', 'ID_NO', 'NAME', 'PHONENO', 'USER_ID'].toSorted(),
    );
    expect(sensitive(describeRequest(confirm.request))).toEqual(['MSG_CODE']);
    for (const { reply } of [pay, query]) {
      expect(sensitive(describeReply(reply))).toEqual(['BIND_ID', 'CARDNO', 'ERRMSG']);
    }
    expect(sensitive(describeReply(notification.reply))).toEqual(['CARDNO']);
  });
});

describe('what is taken', () => {
  it.each([
    ['a debit card', pay, debit],
    ['a credit card', pay, credit],
    ['an order number of 32 characters', pay, { ...debit, MERORDERID: 'M-2026_01.01/'.padEnd(32, '0') }],
    ['one fen', pay, { ...debit, AMT: 1 }],
    ['ten million yuan', pay, { ...debit, AMT: 1_000_000_000 }],
    ['a name of 32 characters, each two UTF-16 units long', pay, { ...debit, NAME: '𠮷'.repeat(32) }],
    ['an identity number of a foreigner', pay, { ...debit, ID_NO: 'E12345678' }],
    ['an address of 255 characters', pay, { ...debit, NOTIFY_URL: 'https://a.cn/'.padEnd(255, 'x') }],
    ['where the payer returns to', pay, { ...debit, JUMP_URL: 'https://a.cn/done' }],
    ['who is to be bound', pay, { ...debit, USER_ID: '用户1' }],
    ['an optional field that is undefined', pay, { ...debit, USER_ID: undefined, EXPDATE: undefined }],
    ['a code of four digits', confirm, { ...confirmation, MSG_CODE: '0000' }],
    ['an order number alone', query, { MERORDERID: '1' }],
  ])('%s', (_, operation, input) => {
    expect(build(operation, input).method).toBe('POST');
  });
});

describe('what is refused', () => {
  const { CVN2: _cvn2, ...withoutCvn2 } = credit;
  const { EXPDATE: _expdate, ...withoutExpdate } = credit;

  it.each([
    ['a credit card without expiry', pay, withoutExpdate, 'EXPDATE missing'],
    ['a credit card without CVN2', pay, withoutCvn2, 'CVN2 missing'],
    ['a debit card with CVN2, which has no business there', pay, { ...debit, CVN2: '344' }, 'CVN2 conflict'],
    ['another kind of card', pay, { ...debit, CARDTYPE: '3' }, 'CARDTYPE invalid_value'],
    ['a kind of card that is a number', pay, { ...debit, CARDTYPE: 1 }, 'CARDTYPE wrong_type'],
    ['a long order number', pay, { ...debit, MERORDERID: '1'.repeat(33) }, 'MERORDERID invalid_value'],
    ['an order number with white space', pay, { ...debit, MERORDERID: '1 2' }, 'MERORDERID invalid_value'],
    ['an empty order number', query, { MERORDERID: '' }, 'MERORDERID invalid_value'],
    ['an order number that is a number', query, { MERORDERID: 20170926 }, 'MERORDERID wrong_type'],
    ['an amount that is text', pay, { ...debit, AMT: '1234' }, 'AMT wrong_type'],
    ['yuan', pay, { ...debit, AMT: 12.34 }, 'AMT invalid_value'],
    ['nothing', pay, { ...debit, AMT: 0 }, 'AMT invalid_value'],
    ['less than nothing', pay, { ...debit, AMT: -1 }, 'AMT invalid_value'],
    ['above ten million yuan', pay, { ...debit, AMT: 1_000_000_001 }, 'AMT invalid_value'],
    ['not a number', pay, { ...debit, AMT: Number.NaN }, 'AMT invalid_value'],
    ['infinity', pay, { ...debit, AMT: Number.POSITIVE_INFINITY }, 'AMT invalid_value'],
    ['a big integer', pay, { ...debit, AMT: 1234n }, 'AMT wrong_type'],
    ['a short card number', pay, { ...debit, CARDNO: '622700001383' }, 'CARDNO invalid_value'],
    ['a long card number', pay, { ...debit, CARDNO: '6'.repeat(21) }, 'CARDNO invalid_value'],
    ['a grouped card number', pay, { ...debit, CARDNO: '6227 0000 1383 0237' }, 'CARDNO invalid_value'],
    [
      'full-width digits',
      pay,
      { ...debit, CARDNO: '６２２７０００００１３８３０２３７' },
      'CARDNO invalid_value',
    ],
    ['an expiry of five digits', pay, { ...credit, EXPDATE: '01117' }, 'EXPDATE invalid_value'],
    ['a thirteenth month', pay, { ...credit, EXPDATE: '1317' }, 'EXPDATE invalid_value'],
    ['a month of nothing', pay, { ...credit, EXPDATE: '0017' }, 'EXPDATE invalid_value'],
    ['a CVN2 of four digits', pay, { ...credit, CVN2: '3444' }, 'CVN2 invalid_value'],
    ['a CVN2 of two digits', pay, { ...credit, CVN2: '34' }, 'CVN2 invalid_value'],
    ['a long name', pay, { ...debit, NAME: '张'.repeat(33) }, 'NAME invalid_value'],
    ['an identity number with white space', pay, { ...debit, ID_NO: '2321 0219' }, 'ID_NO invalid_value'],
    ['a long identity number', pay, { ...debit, ID_NO: '1'.repeat(33) }, 'ID_NO invalid_value'],
    ['a landline', pay, { ...debit, PHONENO: '02012345678' }, 'PHONENO invalid_value'],
    [
      'a phone number with country code',
      pay,
      { ...debit, PHONENO: '+8618826570890' },
      'PHONENO invalid_value',
    ],
    ['a relative address', pay, { ...debit, NOTIFY_URL: '/notify' }, 'NOTIFY_URL invalid_value'],
    ['another scheme', pay, { ...debit, NOTIFY_URL: 'ftp://a.cn/' }, 'NOTIFY_URL invalid_value'],
    [
      'a long address',
      pay,
      { ...debit, NOTIFY_URL: 'https://a.cn/'.padEnd(256, 'x') },
      'NOTIFY_URL invalid_value',
    ],
    ['a long user', pay, { ...debit, USER_ID: '1'.repeat(33) }, 'USER_ID invalid_value'],
    ['a long random string', pay, { ...debit, RANDSTR: '1'.repeat(33) }, 'RANDSTR invalid_value'],
    ['a field of no table', pay, { ...debit, MEMO: 'x' }, 'MEMO unknown_field'],
    ['a field in another case', query, { MERORDERID: '1', merorderid: '1' }, 'merorderid unknown_field'],
    ['null', pay, { ...debit, NAME: null }, 'NAME wrong_type'],
    [
      'a long platform number',
      confirm,
      { ...confirmation, LIST_ID: '1'.repeat(33) },
      'LIST_ID invalid_value',
    ],
    ['no platform number', confirm, { MSG_CODE: '123456' }, 'LIST_ID missing'],
    ['a long code', confirm, { ...confirmation, MSG_CODE: '1234567' }, 'MSG_CODE invalid_value'],
    ['a code with letters', confirm, { ...confirmation, MSG_CODE: '12a456' }, 'MSG_CODE invalid_value'],
    ['a query with a nonce', query, { MERORDERID: '1', RANDSTR: 'x' }, 'RANDSTR unknown_field'],
  ])('%s', async (_, operation, input, issue) => {
    expect(await issues(() => build(operation, input))).toEqual([issue]);
  });

  it.each(['MERORDERID', 'CARDNO', 'AMT', 'CARDTYPE', 'NAME', 'ID_NO', 'PHONENO', 'NOTIFY_URL'])(
    'a payment without %s',
    async (name) => {
      expect(await issues(() => build(pay, { ...debit, [name]: undefined }))).toContain(`${name} missing`);
    },
  );

  it('everything at once', async () => {
    const input = { ...credit, AMT: '1', CARDNO: 'x', EXPDATE: undefined, CVN2: '1', NAME: '', EXTRA: 1 };
    expect(await issues(() => build(pay, input))).toEqual([
      'AMT wrong_type',
      'CARDNO invalid_value',
      'CVN2 invalid_value',
      'EXPDATE missing',
      'EXTRA unknown_field',
      'NAME invalid_value',
    ]);
  });

  it.each([undefined, null, 'MERORDERID', 1, [], [['MERORDERID', '1']]])(
    '%j instead of an object',
    async (input) => {
      const error = await refusal(() => build(query, input));
      expect(error).toMatchObject({
        name: 'RequestError',
        code: 'invalid_request',
        operation: 'quickPay.query',
      });
    },
  );
});
