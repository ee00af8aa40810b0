import { describeReply } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { paymentReturn, readPaymentReturn } from './payment-return.ts';

const paid = {
  STATUS: '1',
  LIST_ID: '100000005021',
  MERORDERID: '711245',
  AMT: '666',
  GOODSNAME: '商品 & more',
  PAY_CHANNEL: 'YLBILL-NET-B2C',
  PAY_DATE: '20170926150435',
  NOTIFY_DATE: '20170926150436',
  REMARK: '备注',
};
const query = String(new URLSearchParams(paid));
const claims = { ...paid, AMT: 666 };

describe('readPaymentReturn', () => {
  it.each([
    ['a whole address', `https://merchant.example/done?${query}`],
    ['an address from its path on', `/done?${query}`],
    ['an address with a fragment', `/done?${query}#STATUS=2`],
    ['a URL', new URL(`https://merchant.example/done?${query}`)],
  ])('reads %s', (_, url) => {
    expect(readPaymentReturn(url)).toEqual({
      verified: false,
      claims,
      next: { action: 'query', operation: 'gateway.query', afterSeconds: [15, 30, 60, 180, 600, 1800] },
    });
  });

  it('knows the table [M] 网关 5.5', () => {
    expect(describeReply(paymentReturn.fields).map(({ name }) => name)).toEqual(
      'STATUS ERRCODE ERRMSG LIST_ID MERORDERID AMT GOODSNAME PAY_CHANNEL PAY_DATE NOTIFY_DATE REMARK'.split(
        ' ',
      ),
    );
  });

  it.each(['0', '1', '2', '3', '9', ''])('is never an outcome, let alone a payment: STATUS %j', (STATUS) => {
    const result = readPaymentReturn(`/done?${String(new URLSearchParams({ ...paid, STATUS }))}`);
    expect(Object.keys(result)).toEqual(['verified', 'claims', 'next']);
    expect(result.verified).toBe(false);
    expect(result.next.action).toBe('query');
    expect(JSON.stringify(result)).not.toMatch(/succeeded|authenticated/);
  });

  it.each([
    ['nothing', '/done', {}],
    ['an empty query', '/done?', {}],
    ['parameters of others', '/done?utm_source=x&__proto__=1&constructor=2', {}],
    ['a parameter twice', '/done?MERORDERID=1&MERORDERID=2&AMT=1', { AMT: 1 }],
    ['an amount that is none', '/done?AMT=1e3&MERORDERID=1', { MERORDERID: '1' }],
    ['a long number', `/done?MERORDERID=${'1'.repeat(33)}`, {}],
    ['a long amount', `/done?AMT=${'1'.repeat(13)}`, {}],
    ['a broken escape', '/done?REMARK=%E5%A4&AMT=%', { REMARK: '�' }],
    ['markup, as it is', '/done?REMARK=%3Cscript%3E%22', { REMARK: '<script>"' }],
    ['a plus for a space', '/done?GOODSNAME=a+b', { GOODSNAME: 'a b' }],
    ['another question mark', '/done?REMARK=a?b', { REMARK: 'a?b' }],
    ['no address at all', '', {}],
  ])('takes %s without complaint', (_, url, expected) => {
    expect(readPaymentReturn(url).claims).toEqual(expected);
  });

  it('gives away nothing of the definition', () => {
    const { next } = readPaymentReturn('/');
    if (next.action === 'query') (next.afterSeconds as number[]).length = 0;
    expect(readPaymentReturn('/').next).not.toEqual(next);
  });
});
