import { describeReply, describeRequest } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { credentials, envelope, type FlatBody, utf8 } from '../internal/fixtures/envelopes.ts';
import { issues } from '../internal/fixtures/refusal.ts';
import { sentOf } from '../internal/fixtures/sent-of.ts';
import type { OperationOf } from '../operation.ts';
import { bind } from './bind.ts';
import { bindSms } from './bind-sms.ts';
import { boundCardSms } from './bound-card-sms.ts';
import { buildRequest, readReply } from './build-request.ts';
import { payWithBoundCard } from './pay-with-bound-card.ts';
import { queryBinding } from './query-binding.ts';
import { resendSms } from './resend-sms.ts';
import { unbind } from './unbind.ts';
import { unionPayOrder } from './union-pay-order.ts';

const operations = {
  bindSms,
  bind,
  unbind,
  queryBinding,
  boundCardSms,
  payWithBoundCard,
  resendSms,
  unionPayOrder,
};
type Name = keyof typeof operations;

const names = (table: ReturnType<typeof describeRequest>) => table.map(({ name }) => name).join(' ');
const rows = (table: ReturnType<typeof describeRequest>) =>
  table.map(({ name, presence, maxLength }) => `${name} ${presence} ${maxLength ?? ''}`.trim()).toSorted();

describe('the tables', () => {
  it('of bindSms [M] 快捷 5.1', () => {
    expect(rows(describeRequest(bindSms.request))).toEqual([
      'CARDNO required 20',
      'MERORDERID required 32',
      'PHONENO required 11',
      'RANDSTR optional 32',
      'USER_ID required 32',
    ]);
    expect(names(describeReply(bindSms.reply))).toBe(
      'STATUS ERRCODE ERRMSG USER_ID MERORDERID CARDNO LIST_ID',
    );
  });

  it('of bind [M] 快捷 5.2', () => {
    expect(rows(describeRequest(bind.request))).toEqual([
      'CARDNO required 20',
      'CARDTYPE required 1',
      'CVN2 conditional 3',
      'EXPDATE conditional 4',
      'ID_NO required 32',
      'MERORDERID required 32',
      'MSG_CODE required 6',
      'NAME required 32',
      'PHONENO required 11',
      'RANDSTR optional 32',
      'USER_ID required 32',
    ]);
    expect(names(describeReply(bind.reply))).toBe(
      'STATUS ERRCODE ERRMSG LIST_ID BIND_ID USER_ID MERORDERID CARDNO',
    );
  });

  it('of unbind and queryBinding [M] 快捷 5.6, 5.8', () => {
    for (const { request } of [unbind, queryBinding]) {
      expect(rows(describeRequest(request))).toEqual(['BIND_ID required 32']);
    }
    expect(names(describeReply(unbind.reply))).toBe('STATUS ERRCODE ERRMSG');
    expect(names(describeReply(queryBinding.reply))).toBe(
      'STATUS ERRCODE ERRMSG LIST_ID CARDNO CARDTYPE EXPDATE CVN2 NAME ID_NO PHONENO BIND_ID',
    );
  });

  it('of boundCardSms and payWithBoundCard [M] 快捷 5.13, 5.12', () => {
    expect(rows(describeRequest(boundCardSms.request))).toEqual([
      'AMT required 12',
      'BIND_ID required 32',
      'MERORDERID required 32',
      'PHONENO required 11',
      'RANDSTR required 32',
      'USER_ID required 32',
    ]);
    expect(rows(describeRequest(payWithBoundCard.request))).toEqual([
      'AMT required 12',
      'BIND_ID required 32',
      'MERORDERID required 32',
      'MSG_CODE required 6',
      'NOTIFY_URL required 255',
      'RANDSTR optional 32',
      'USER_ID required 32',
    ]);
    expect(names(describeReply(boundCardSms.reply))).toBe(
      'STATUS ERRCODE ERRMSG USER_ID LIST_ID MERORDERID CARDNO',
    );
    expect(names(describeReply(payWithBoundCard.reply))).toBe(
      'STATUS ERRCODE ERRMSG USER_ID BIND_ID LIST_ID MERORDERID PAY_DATE NOTIFY_DATE AMT BANK_NAME CARDNO',
    );
  });

  it('of resendSms and unionPayOrder [M] 快捷 5.11, 5.14', () => {
    expect(rows(describeRequest(resendSms.request))).toEqual(['LIST_ID required 32', 'RANDSTR optional 32']);
    expect(names(describeReply(resendSms.reply))).toBe('STATUS LIST_ID ERRCODE ERRMSG');
    expect(rows(describeRequest(unionPayOrder.request))).toEqual([
      'AMT required 12',
      'CARDNO optional 32',
      'JUMP_URL required 255',
      'MERORDERID required 32',
      'NOTIFY_URL required 255',
      'RANDSTR optional 32',
      'TRADE_MODE optional 1',
    ]);
    expect(names(describeReply(unionPayOrder.reply))).toBe(
      'STATUS ERRCODE ERRMSG LIST_ID MERORDERID PAY_DATE NOTIFY_DATE PAY_URL AMT HTML',
    );
  });

  it('say what the platform has not opened [M] 快捷 3.2.1, 4', () => {
    const isOpen = Object.entries(operations).map(([name, { open }]) => [name, open]);
    expect(Object.fromEntries(isOpen)).toEqual({
      bindSms: false,
      bind: false,
      unbind: false,
      queryBinding: false,
      boundCardSms: false,
      payWithBoundCard: false,
      resendSms: true,
      unionPayOrder: true,
    });
  });

  it.each(Object.values(operations))('name the operation by its command id: $name', (operation) => {
    expect(operation.name).toMatch(/^quickPay\./);
    const ids = {
      bindSms: 781,
      bind: 774,
      unbind: 775,
      queryBinding: 776,
      boundCardSms: 780,
      payWithBoundCard: 779,
      resendSms: 778,
      unionPayOrder: 783,
    };
    expect(operation.commandId).toBe(ids[operation.name.slice('quickPay.'.length) as Name]);
  });

  it('mark as sensitive what says something about the card and who holds it', () => {
    const sensitive = (table: ReturnType<typeof describeRequest>) =>
      table.flatMap(({ name, sensitive: is }) => (is ? [name] : [])).toSorted();
    expect(sensitive(describeReply(queryBinding.reply))).toEqual(
      ['BIND_ID', 'CARDNO', 'CVN2', 'ERRMSG', 'EXPDATE', 'ID_NO', 'NAME', 'PHONENO'].toSorted(),
    );
    expect(sensitive(describeRequest(bind.request))).toEqual(
      ['CARDNO', 'CVN2', 'EXPDATE', 'ID_NO', 'MSG_CODE', 'NAME', 'PHONENO', 'USER_ID'].toSorted(),
    );
    expect(sensitive(describeRequest(payWithBoundCard.request))).toEqual(['BIND_ID', 'MSG_CODE', 'USER_ID']);
  });
});

const BIND_ID = '100003';
const holder = {
  MERORDERID: '1',
  USER_ID: 'user-1',
  CARDNO: '6225880113756648',
  PHONENO: '18826570890',
} as const;
const card = {
  ...holder,
  CARDTYPE: '1',
  NAME: '张安',
  ID_NO: '23210219820916601X',
  MSG_CODE: '123456',
} as const;
const creditCard = { ...card, CARDTYPE: '2', EXPDATE: '0617', CVN2: '344' } as const;
const bound = { BIND_ID, MERORDERID: '1', USER_ID: 'user-1', AMT: 999 } as const;
const boundPayment = { ...bound, MSG_CODE: '123456', NOTIFY_URL: 'https://merchant.example/notify' } as const;
const unionPay = {
  MERORDERID: '1',
  AMT: 1000,
  JUMP_URL: 'https://merchant.example/done',
  NOTIFY_URL: 'https://merchant.example/notify',
} as const;

const inputs: Record<Name, object> = {
  bindSms: holder,
  bind: card,
  unbind: { BIND_ID },
  queryBinding: { BIND_ID },
  boundCardSms: { ...bound, PHONENO: holder.PHONENO },
  payWithBoundCard: boundPayment,
  resendSms: { LIST_ID: '1' },
  unionPayOrder: unionPay,
};
const build = (operation: OperationOf<'quickPay'>, input: unknown) =>
  buildRequest(operation, input as never, credentials, { url: 'https://mmsp.example/openapi' }).request;

describe('what is taken', () => {
  it.each([
    ...Object.keys(operations).map((name) => [name, name as Name, {}] as const),
    ['a credit card', 'bind', creditCard],
    ['a page as an address', 'unionPayOrder', { TRADE_MODE: '1' }],
    ['a page as HTML, for a card', 'unionPayOrder', { TRADE_MODE: '2', CARDNO: holder.CARDNO }],
    ['a card number as long as the table allows', 'unionPayOrder', { CARDNO: '6'.repeat(32) }],
  ] as const)('%s', (_, name, change) => {
    expect(build(operations[name], { ...inputs[name], ...change }).method).toBe('POST');
  });
});

describe('what is refused', () => {
  it.each([
    ['a credit card without expiry', 'bind', { ...creditCard, EXPDATE: undefined }, 'EXPDATE missing'],
    ['a credit card without CVN2', 'bind', { ...creditCard, CVN2: undefined }, 'CVN2 missing'],
    ['a debit card with CVN2', 'bind', { CVN2: '344' }, 'CVN2 conflict'],
    ['no user', 'bindSms', { USER_ID: undefined }, 'USER_ID missing'],
    ['no binding', 'unbind', { BIND_ID: undefined }, 'BIND_ID missing'],
    ['a long binding', 'queryBinding', { BIND_ID: '1'.repeat(33) }, 'BIND_ID invalid_value'],
    ['an amount that is text', 'boundCardSms', { AMT: '999' }, 'AMT wrong_type'],
    ['no amount', 'payWithBoundCard', { AMT: undefined }, 'AMT missing'],
    ['no code', 'payWithBoundCard', { MSG_CODE: undefined }, 'MSG_CODE missing'],
    ['a code with letters', 'payWithBoundCard', { MSG_CODE: 'abc123' }, 'MSG_CODE invalid_value'],
    ['a card number with a bound card', 'payWithBoundCard', { CARDNO: '1' }, 'CARDNO unknown_field'],
    ['no order', 'resendSms', { LIST_ID: undefined }, 'LIST_ID missing'],
    ['nowhere to return to', 'unionPayOrder', { JUMP_URL: undefined }, 'JUMP_URL missing'],
    ['a script to return to', 'unionPayOrder', { JUMP_URL: 'javascript:alert(1)' }, 'JUMP_URL invalid_value'],
    ['a third mode', 'unionPayOrder', { TRADE_MODE: '3' }, 'TRADE_MODE invalid_value'],
    ['a longer card number', 'unionPayOrder', { CARDNO: '6'.repeat(33) }, 'CARDNO invalid_value'],
  ] as const)('%s', async (_, name, change, issue) => {
    expect(await issues(() => build(operations[name], { ...inputs[name], ...change }))).toEqual([issue]);
  });

  it('everything at once', async () => {
    const input = { ...creditCard, CVN2: 1, EXPDATE: '1317', PHONENO: '', USER_ID: undefined, EXTRA: 1 };
    expect(await issues(() => build(bind, input))).toEqual([
      'CVN2 wrong_type',
      'EXPDATE invalid_value',
      'EXTRA unknown_field',
      'PHONENO invalid_value',
      'USER_ID missing',
    ]);
  });
});

const answered = {
  LIST_ID: '10000004985',
  MERORDERID: '1',
  USER_ID: 'user-1',
  CARDNO: '6225880113756648',
  BIND_ID,
  AMT: '999',
};

function outcomeOf(name: Name, body: FlatBody, sent: Readonly<Record<string, string>> = {}) {
  const operation: OperationOf<'quickPay'> = operations[name];
  const header = { CommandID: operation.commandId + 0x8000 };
  return readReply(operation, utf8(envelope(body, { header })), credentials, sentOf(operation, sent));
}

const query = { action: 'query', operation: 'quickPay.query' };
const proceed = (operation: string) => ({ action: 'proceed', operation });

describe('STATUS', () => {
  it.each([
    [
      'bindSms',
      '1',
      { status: 'pending', next: { ...proceed('quickPay.bind'), take: ['MERORDERID', 'USER_ID'] } },
    ],
    ['bindSms', '0', { status: 'failed', error: { code: '0' } }],
    ['bindSms', '2', { status: 'failed', error: { code: '2' } }],
    ['bind', '1', { status: 'succeeded', data: { BIND_ID, USER_ID: 'user-1' } }],
    ['bind', '0', { status: 'failed', error: { code: '0', meaning: { zh: '未绑定' } } }],
    ['bind', '2', { status: 'failed', error: { code: '2', meaning: { zh: '绑卡失败' } } }],
    ['unbind', '1', { status: 'succeeded' }],
    ['unbind', '0', { status: 'failed', error: { code: '0' } }],
    ['unbind', '2', { status: 'failed', error: { code: '2' } }],
    ['queryBinding', '1', { status: 'succeeded', data: { BIND_ID } }],
    ['queryBinding', '0', { status: 'unknown', next: { operation: 'quickPay.queryBinding' } }],
    ['queryBinding', '2', { status: 'unknown', next: { operation: 'quickPay.queryBinding' } }],
    ['boundCardSms', '1', { status: 'pending', next: proceed('quickPay.payWithBoundCard') }],
    ['boundCardSms', '0', { status: 'failed', error: { code: '0' } }],
    ['boundCardSms', '2', { status: 'failed', error: { code: '2' } }],
    ['payWithBoundCard', '0', { status: 'unknown', cause: { error: { code: '0' } }, next: query }],
    ['payWithBoundCard', '1', { status: 'pending', next: query }],
    [
      'payWithBoundCard',
      '2',
      {
        status: 'unknown',
        cause: { error: { meaning: { zh: '支付失败' } } },
        next: { ...query, awaits: proceed('quickPay.payWithBoundCard') },
      },
    ],
    ['payWithBoundCard', '3', { status: 'refunded' }],
    ['resendSms', '1', { status: 'pending', next: proceed('quickPay.confirm') }],
    ['resendSms', '0', { status: 'failed', error: { code: '0' } }],
    ['resendSms', '2', { status: 'failed', error: { code: '2' } }],
    ['unionPayOrder', '0', { status: 'pending', next: query }],
    ['unionPayOrder', '1', { status: 'succeeded', data: { AMT: 999 } }],
    [
      'unionPayOrder',
      '2',
      { status: 'unknown', cause: { error: { meaning: { zh: '下单失败' } } }, next: query },
    ],
    ['unionPayOrder', '3', { status: 'unknown' }],
  ] as const)('%s: %s', (name, STATUS, expected) => {
    const outcome = outcomeOf(name, { ...answered, STATUS });
    expect(outcome).toMatchObject(expected);
    expect(outcomeOf(name, { ...answered, STATUS: Number(STATUS) })).toMatchObject(expected);
  });

  it.each(Object.keys(operations) as Name[])('concludes nothing from a state no table lists: %s', (name) => {
    for (const STATUS of ['4', '9', '', '00', 'constructor']) {
      expect(outcomeOf(name, { ...answered, STATUS })).toMatchObject({
        status: 'unknown',
        next: operations[name].whenUnknown,
      });
    }
  });

  it.each([
    ['bind', 'BIND_ID'],
    ['bind', 'USER_ID'],
    ['queryBinding', 'BIND_ID'],
    ['unionPayOrder', 'AMT'],
  ] as const)('concludes nothing from a success without what it rests on: %s %s', (name, field) => {
    expect(outcomeOf(name, { ...answered, STATUS: '1', [field]: '' })).toMatchObject({
      status: 'unknown',
      cause: { code: 'reply_incomplete' },
    });
  });

  it.each([
    ['bind', 'USER_ID'],
    ['bindSms', 'MERORDERID'],
    ['queryBinding', 'BIND_ID'],
    ['payWithBoundCard', 'AMT'],
    ['payWithBoundCard', 'BIND_ID'],
    ['resendSms', 'LIST_ID'],
    ['unionPayOrder', 'MERORDERID'],
  ] as const)('does not believe a reply about something else: %s %s', (name, field) => {
    const outcome = outcomeOf(name, { ...answered, STATUS: '1' }, { ...answered, [field]: 'other' });
    expect(outcome).toMatchObject({ status: 'unknown', cause: { code: 'reply_mismatch' } });
  });
});

describe('ERRCODE', () => {
  it.each([
    'bindSms',
    'bind',
    'unbind',
    'boundCardSms',
    'payWithBoundCard',
    'resendSms',
    'unionPayOrder',
  ] as const)('AA: under way, D4: closed, 00: a contradiction, others are kept: %s', (name) => {
    const failed = { ...answered, STATUS: '2', ERRMSG: '卡号6225880113756648' };
    expect(outcomeOf(name, { ...failed, ERRCODE: 'AA' })).toMatchObject({
      status: 'pending',
      next: operations[name].whenUnknown,
    });
    expect(outcomeOf(name, { ...failed, ERRCODE: 'D4' })).toMatchObject({
      status: 'failed',
      error: { code: 'D4', listed: true, message: '卡号****************' },
    });
    expect(outcomeOf(name, { ...failed, ERRCODE: '00' })).toMatchObject({ status: 'unknown' });
    const unlisted = { code: 'Z9', listed: false };
    const placesPayment = operations[name].role === 'create' && operations[name].movesMoney;
    expect(outcomeOf(name, { ...failed, ERRCODE: 'Z9' })).toMatchObject(
      placesPayment
        ? { status: 'unknown', cause: { error: unlisted }, next: query }
        : { status: 'failed', error: unlisted },
    );
  });

  it('says why a state is not known', () => {
    const notKnown = { ...answered, STATUS: '0', ERRCODE: 'AA' };
    expect(outcomeOf('payWithBoundCard', notKnown)).toMatchObject({
      status: 'unknown',
      cause: { error: { code: 'AA', listed: true } },
      next: query,
    });
    expect(outcomeOf('queryBinding', { ...notKnown, ERRCODE: 'Z9', ERRMSG: '无此绑定' })).toMatchObject({
      status: 'unknown',
      cause: { error: { code: 'Z9', message: '无此绑定' } },
    });
  });
});

describe('a UnionPay order', () => {
  it('brings the address or the page of the payer', () => {
    const placed = { ...answered, STATUS: '0', ERRMSG: '用户支付中' };
    expect(outcomeOf('unionPayOrder', { ...placed, PAY_URL: 'https://pay.example/?a=1' })).toMatchObject({
      status: 'pending',
      data: { PAY_URL: 'https://pay.example/?a=1' },
    });
    expect(outcomeOf('unionPayOrder', { ...placed, HTML: '<form>"</form>' })).toMatchObject({
      status: 'pending',
      data: { HTML: '<form>"</form>' },
    });
  });
});
