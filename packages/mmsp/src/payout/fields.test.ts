import { describeReply, describeRequest } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { order, payoutCredentials } from '../internal/fixtures/payout-messages.ts';
import { issues, refusal } from '../internal/fixtures/refusal.ts';
import type { OperationOf } from '../operation.ts';
import { buildRequest } from './build-request.ts';
import { pay } from './pay.ts';
import { query } from './query.ts';

const build = (operation: OperationOf<'payout'>, input: unknown) =>
  buildRequest(operation, input as never, payoutCredentials, { url: 'https://mmsp.example/payout' }).then(
    ({ request }) => request,
  );
const corporate = { ...order, ACCTYPE: '2', BANKSETTLENO: '104581006015' } as const;
const REQTIME = order.REQTIME;

/** `name presence maxLength`, as the tables have it. */
const rows = (table: ReturnType<typeof describeRequest>) =>
  table.map(({ name, presence, maxLength }) => `${name} ${presence} ${maxLength ?? ''}`.trim());

describe('the tables', () => {
  it('of pay [M] 代付 5.1', () => {
    expect(rows(describeRequest(pay.request)).toSorted()).toEqual(
      [
        'CMDID required',
        'VERSION required 3',
        'MERNO required 20',
        'ORDERNO required 32',
        'REQTIME required 14',
        'AMT required',
        'BUSITYPE required 3',
        'ACCNAME required 20',
        'ACCNO required 20',
        'MEMO required 64',
        'PAYTYPE optional',
        'ACCTYPE required',
        'CVV2 conditional 3',
        'MOBILE required 11',
        'BANKNAME required',
        'BANKSETTLENO conditional 12',
        'BANKBRANCHNAME optional 32',
        'BANKPROV optional',
        'BANKCITY optional',
        'IDCARD optional 32',
        'CHLNO optional',
        'CHLMERNO optional',
      ].toSorted(),
    );
    const named = describeReply(pay.reply).map(({ name }) => name);
    for (const name of 'RETCODE RETMSG MERNO ORDERNO BSORDERNO PAYSTATE DESC RSPTIME'.split(' ')) {
      expect(named).toContain(name);
    }
  });

  it('of query [M] 代付 5.2', () => {
    expect(rows(describeRequest(query.request))).toEqual([
      'CMDID required',
      'VERSION required 3',
      'MERNO required 20',
      'ORDERNO conditional 32',
      'BSORDERNO conditional 32',
      'REQTIME required 14',
    ]);
    expect(describeReply(query.reply).map(({ name }) => name)).toEqual(
      (
        'RETCODE RETMSG MERNO ORDERNO BSORDERNO PAYSTATE DESC AMT CURTYPE ACCNAME ACCNO BUSITYPE MEMO RSPTIME ' +
        'MOBILE BANKNAME BANKSETTLENO BANKBRANCHNAME BUSINO'
      ).split(' '),
    );
  });

  it('mark as sensitive what says something about the payee', () => {
    const sensitive = (table: ReturnType<typeof describeRequest>) =>
      table.flatMap(({ name, sensitive: is }) => (is ? [name] : [])).toSorted();
    expect(sensitive(describeRequest(pay.request))).toEqual(
      ['ACCNAME', 'ACCNO', 'CVV2', 'IDCARD', 'MEMO', 'MOBILE'].toSorted(),
    );
    expect(sensitive(describeReply(query.reply))).toEqual(
      ['ACCNAME', 'ACCNO', 'DESC', 'MEMO', 'MOBILE', 'RETMSG'].toSorted(),
    );
  });
});

describe('what is taken', () => {
  it.each([
    ['a private account', pay, order],
    ['a private account with a settlement number', pay, { ...order, BANKSETTLENO: '104581006015' }],
    ['a corporate account', pay, corporate],
    ['a corporate account with a hyphen', pay, { ...corporate, ACCNO: '44-030101040012345' }],
    ['a settlement number of ten digits', pay, { ...corporate, BANKSETTLENO: '1045810060' }],
    ['ten million yuan', pay, { ...order, AMT: 1_000_000_000 }],
    ['one fen', pay, { ...order, AMT: 1 }],
    ['a name of twenty characters', pay, { ...order, ACCNAME: '𠮷'.repeat(20) }],
    ['an order number of 32 digits', pay, { ...order, ORDERNO: '0'.repeat(32) }],
    [
      'every optional field',
      pay,
      {
        ...order,
        PAYTYPE: '3',
        BANKBRANCHNAME: '104581006015',
        BANKPROV: '广东省',
        BANKCITY: '深圳市',
        IDCARD: '23210219820916601X',
        CHLNO: '1',
        CHLMERNO: '2',
      },
    ],
    ['the CVV2 of a credit card', pay, { ...order, ACCTYPE: '1', CVV2: '123' }],
    ['a time that is a Date', pay, { ...order, REQTIME: new Date(0) }],
    ['a query by the merchant’s number', query, { ORDERNO: '1' }],
    ['a query by the platform’s number', query, { BSORDERNO: '2017122500004124' }],
    ['a query by both', query, { ORDERNO: '1', BSORDERNO: '2' }],
  ])('%s', async (_, operation, input) => {
    expect((await build(operation, input)).method).toBe('POST');
  });

  it.each(['001', '002', '003', '004', '005', '999'])('business of the kind %s', async (BUSITYPE) => {
    expect((await build(pay, { ...order, BUSITYPE })).method).toBe('POST');
  });
});

describe('what is refused', () => {
  const { BANKSETTLENO: _settlementNumber, ...withoutSettlementNumber } = corporate;

  it.each([
    ['a corporate account without settlement number', pay, withoutSettlementNumber, 'BANKSETTLENO missing'],
    [
      'a settlement number of nine digits',
      pay,
      { ...corporate, BANKSETTLENO: '104581006' },
      'BANKSETTLENO invalid_value',
    ],
    [
      'a settlement number of thirteen',
      pay,
      { ...corporate, BANKSETTLENO: '1045810060151' },
      'BANKSETTLENO invalid_value',
    ],
    ['an order number with letters', pay, { ...order, ORDERNO: 'A1' }, 'ORDERNO invalid_value'],
    ['an order number with full-width digits', pay, { ...order, ORDERNO: '１' }, 'ORDERNO invalid_value'],
    ['an order number of 33 digits', pay, { ...order, ORDERNO: '1'.repeat(33) }, 'ORDERNO invalid_value'],
    ['an order number that is a number', pay, { ...order, ORDERNO: 1 }, 'ORDERNO wrong_type'],
    ['an order number with letters, queried', query, { ORDERNO: 'A1' }, 'ORDERNO invalid_value'],
    ['an amount that is text', pay, { ...order, AMT: '100' }, 'AMT wrong_type'],
    ['yuan', pay, { ...order, AMT: 0.5 }, 'AMT invalid_value'],
    ['nothing', pay, { ...order, AMT: 0 }, 'AMT invalid_value'],
    ['less than nothing', pay, { ...order, AMT: -100 }, 'AMT invalid_value'],
    ['above ten million yuan', pay, { ...order, AMT: 1_000_000_001 }, 'AMT invalid_value'],
    ['an unsafe integer', pay, { ...order, AMT: 2 ** 53 }, 'AMT invalid_value'],
    ['another kind of business', pay, { ...order, BUSITYPE: '006' }, 'BUSITYPE invalid_value'],
    ['the misprinted name', pay, { ...order, BUSIYPE: '001' }, 'BUSIYPE unknown_field'],
    ['a name of 21 characters', pay, { ...order, ACCNAME: '张'.repeat(21) }, 'ACCNAME invalid_value'],
    ['an account of 21 digits', pay, { ...order, ACCNO: '6'.repeat(21) }, 'ACCNO invalid_value'],
    ['a grouped account', pay, { ...order, ACCNO: '6225 1234' }, 'ACCNO invalid_value'],
    ['a memo of 65 characters', pay, { ...order, MEMO: '备'.repeat(65) }, 'MEMO invalid_value'],
    ['another way of paying', pay, { ...order, PAYTYPE: '4' }, 'PAYTYPE invalid_value'],
    ['another kind of account', pay, { ...order, ACCTYPE: '3' }, 'ACCTYPE invalid_value'],
    ['a CVV2 of two digits', pay, { ...order, ACCTYPE: '1', CVV2: '12' }, 'CVV2 invalid_value'],
    ['the CVV2 of a debit card', pay, { ...order, CVV2: '123' }, 'CVV2 conflict'],
    ['the CVV2 of a company', pay, { ...corporate, CVV2: '123' }, 'CVV2 conflict'],
    ['a landline', pay, { ...order, MOBILE: '02012345678' }, 'MOBILE invalid_value'],
    ['a mobile number of twelve digits', pay, { ...order, MOBILE: '138001380001' }, 'MOBILE invalid_value'],
    ['an empty bank', pay, { ...order, BANKNAME: '' }, 'BANKNAME invalid_value'],
    [
      'a branch of 33 characters',
      pay,
      { ...order, BANKBRANCHNAME: '行'.repeat(33) },
      'BANKBRANCHNAME invalid_value',
    ],
    ['a long identity number', pay, { ...order, IDCARD: '1'.repeat(33) }, 'IDCARD invalid_value'],
    ['a day that does not exist', pay, { ...order, REQTIME: '20170230103000' }, 'REQTIME invalid_value'],
    ['a time of another form', pay, { ...order, REQTIME: '2017-12-25 10:30:00' }, 'REQTIME invalid_value'],
    ['a merchant', pay, { ...order, MERNO: '1' }, 'MERNO unknown_field'],
    ['a command', query, { ORDERNO: '1', CMDID: '4097' }, 'CMDID unknown_field'],
    ['neither number', query, {}, 'ORDERNO missing'],
    [
      'neither number, but undefined',
      query,
      { ORDERNO: undefined, BSORDERNO: undefined, REQTIME },
      'ORDERNO missing',
    ],
    ['an empty number', query, { ORDERNO: '1', BSORDERNO: '' }, 'BSORDERNO invalid_value'],
  ])('%s', async (_, operation, input, issue) => {
    expect(await issues(() => build(operation, input))).toEqual([issue]);
  });

  it.each(['ORDERNO', 'AMT', 'BUSITYPE', 'ACCNAME', 'ACCNO', 'MEMO', 'ACCTYPE', 'MOBILE', 'BANKNAME'])(
    'a payout without %s',
    async (name) => {
      expect(await issues(() => build(pay, { ...order, [name]: undefined }))).toContain(`${name} missing`);
    },
  );

  it('a Date that is none', async () => {
    const error = await refusal(() => build(pay, { ...order, REQTIME: new Date(Number.NaN) }));
    expect(error).toMatchObject({ issues: [{ path: 'REQTIME' }] });
  });

  it('everything at once', async () => {
    const input = { ...corporate, AMT: '1', ACCNAME: '', BANKSETTLENO: 'x', MOBILE: undefined, EXTRA: 1 };
    expect(await issues(() => build(pay, input))).toEqual([
      'ACCNAME invalid_value',
      'AMT wrong_type',
      'BANKSETTLENO invalid_value',
      'EXTRA unknown_field',
      'MOBILE missing',
    ]);
  });

  it.each([undefined, null, 'ORDERNO', []])('%j instead of an object', async (input) => {
    const error = await refusal(() => build(query, input));
    expect(error).toMatchObject({ name: 'RequestError', code: 'invalid_request', operation: 'payout.query' });
  });
});
