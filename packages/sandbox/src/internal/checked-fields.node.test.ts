import { payout, quickPay } from '@yinjian/mmsp';
import type { Operation, WireFields } from '@yinjian/provider-kit';
import { payapply } from '@yinjian/wechat-transit';
import { describe, expect, it } from 'vitest';
import { applyFields, payoutFields, quickPayBody } from '../testing/raw-requests.ts';
import { checkFields as check, inWords, isSameOrder } from './checked-fields.ts';

const checkFields = (operation: Operation, received: WireFields, lines: string[] = []) =>
  check(operation, received, (line) => lines.push(line));

const signed = { sign: 'A'.repeat(64) };

describe('checkFields', () => {
  it('finds good requests in order and changes nothing in them', () => {
    for (const [operation, fields] of [
      [payapply.partner, applyFields({ ...signed, attach: 'x' })],
      [quickPay.pay, quickPayBody({ CARDTYPE: '2', EXPDATE: '0630', CVN2: '344' })],
      [payout.pay, payoutFields()],
    ] as const) {
      const lines: string[] = [];
      expect(checkFields(operation, fields, lines)).toEqual({ ok: true, fields: { ...fields } });
      expect(lines).toEqual([]);
    }
  });

  it('counts what is empty as absent', () => {
    const checked = checkFields(payapply.partner, applyFields({ ...signed, attach: '', goods_tag: '' }));
    expect(checked.ok).toBe(true);
    expect(checked.ok ? Object.keys(checked.fields) : ['attach']).not.toContain('attach');
  });

  it('asks for what a client would make up or take from its configuration', () => {
    const checked = checkFields(payapply.partner, { body: 'x' });
    const missing = checked.ok ? [] : checked.issues.map(({ path }) => path);
    expect(missing).toEqual(expect.arrayContaining(['appid', 'mch_id', 'nonce_str', 'sign', 'sub_mch_id']));
    expect(checkFields(payout.query, { ...payoutFields(), REQTIME: '' })).toMatchObject({
      ok: false,
      issues: [{ path: 'REQTIME', code: 'missing' }],
    });
  });

  it('reads names that the tables misprint, and ignores names that they do not have', () => {
    const { BUSITYPE = '', ...fields } = payoutFields();
    const lines: string[] = [];
    const received = { ...fields, BUSIYPE: BUSITYPE, QRYTYPE: '1', 'two\nlines': '1' };
    expect(checkFields(payout.pay, received, lines)).toMatchObject({ ok: true, fields: { BUSITYPE } });
    expect(lines).toEqual([
      'payout.pay: ignored QRYTYPE, which is not documented',
      'payout.pay: ignored [?], which is not documented',
    ]);
  });

  it('does not fall for the names of what every object has', () => {
    const received = Object.assign(Object.create(null) as Record<string, string>, quickPayBody());
    received['CARDTYPE'] = '__proto__';
    received['constructor'] = 'x';
    const checked = checkFields(quickPay.pay, received);
    expect(checked.ok ? [] : checked.issues.map(({ path }) => path)).toEqual(['CARDTYPE']);
  });

  it('says what is wrong without saying what came', () => {
    const checked = checkFields(quickPay.pay, quickPayBody({ CARDNO: '62270000138302373490001', NAME: '' }));
    expect(checked.ok).toBe(false);
    const words = checked.ok ? '' : inWords(checked.issues);
    expect(words).toMatch(/^NAME is required; CARDNO /);
    expect(words).not.toContain('6227000013830237349');
  });
});

describe('isSameOrder', () => {
  it('leaves out what is no parameter of the order', () => {
    const one = applyFields(signed);
    const isSame = (changes: Record<string, string>) =>
      isSameOrder(payapply.partner, one, applyFields({ ...signed, ...changes }));
    expect(isSame({ nonce_str: 'other', sign: 'B', sign_type: 'MD5' })).toBe(true);
    expect(isSame({ total_fee: '889' })).toBe(false);
    expect(isSame({ attach: 'more' })).toBe(false);
  });
});
