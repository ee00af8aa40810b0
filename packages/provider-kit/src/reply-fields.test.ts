import { describe, expect, it } from 'vitest';
import type { WireValue } from './field.ts';
import { fen, text } from './field-kinds.ts';
import { optional, relied, settled } from './field-use.ts';
import { decodeReplyFields } from './reply-fields.ts';

const title = { en: 'x', zh: '某' };
const fields = {
  state: relied(text(title)),
  order: relied(text(title)),
  amount: settled(fen(title)),
  message: text(title, { aliases: ['RETMSG', 'REMSG'] }),
  fee: optional(fen(title)),
};
const decode = (message: Record<string, WireValue>) => decodeReplyFields(fields, message);

describe('decodeReplyFields', () => {
  it('reads what the table lists and keeps what it does not', () => {
    const result = decode({
      state: 'PAID',
      order: 'A1',
      amount: '888',
      coupon_fee_0: '1',
      nested: { a: '1' },
    });
    expect(result.ok).toBe(true);
    expect({ ...result.data }).toEqual({
      state: 'PAID',
      order: 'A1',
      amount: 888,
      coupon_fee_0: '1',
      nested: { a: '1' },
    });
  });

  it('tells which of the fields it relies on are missing or unreadable', () => {
    expect(decode({ state: '', order: ['A1'], amount: '888' })).toMatchObject({
      ok: false,
      missing: ['state', 'order'],
      data: { amount: 888 },
    });
    expect(decode({ order: null })).toMatchObject({ ok: false, missing: ['state', 'order'] });
  });

  it('reads everything else leniently', () => {
    const { ok, data } = decode({ state: 'PAID', order: 'A1', amount: 'a lot', fee: '1.5' });
    expect(ok).toBe(true);
    expect({ ...data }).toEqual({ state: 'PAID', order: 'A1' });
  });

  it('reads a field under any of its spellings, its own first', () => {
    const base = { state: 'PAID', order: 'A1' };
    expect(decode({ ...base, REMSG: 'b' }).data).toMatchObject({ message: 'b' });
    expect(decode({ ...base, message: '', RETMSG: 'a', REMSG: 'b' }).data).toMatchObject({
      message: 'a',
      REMSG: 'b',
    });
    expect(decode({ ...base, message: 'm', RETMSG: 'a' }).data).toMatchObject({ message: 'm', RETMSG: 'a' });
  });

  it('takes names of the prototype for names like any other', () => {
    const message = Object.fromEntries([
      ['__proto__', 'polluted'],
      ['constructor', 'c'],
      ['hasOwnProperty', 'h'],
      ['state', 'PAID'],
      ['order', 'A1'],
    ]);
    const { data } = decode(message);
    expect(Object.getPrototypeOf(data)).toBeNull();
    expect(Object.entries(data)).toEqual([
      ['state', 'PAID'],
      ['order', 'A1'],
      ['__proto__', 'polluted'],
      ['constructor', 'c'],
      ['hasOwnProperty', 'h'],
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('does not find on the prototype what the message lacks', () => {
    const result = decodeReplyFields({ toString: relied(text(title)) }, {});
    expect(result).toMatchObject({ ok: false, missing: ['toString'] });
  });

  it('reads numbered fields by the one row for all of them', () => {
    const numbered = { coupon_fee_$n: optional(fen(title)), coupon_id_$n: optional(text(title)) };
    const message = { coupon_fee_0: '88', coupon_fee_10: '1', coupon_id_0: 'C1', coupon_fee_x: '2' };
    expect({ ...decodeReplyFields(numbered, message).data }).toEqual({
      coupon_fee_0: 88,
      coupon_fee_10: 1,
      coupon_id_0: 'C1',
      coupon_fee_x: '2',
    });
    expect({ ...decodeReplyFields(numbered, { coupon_fee_0: 'many' }).data }).toEqual({});
  });
});
