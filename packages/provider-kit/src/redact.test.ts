import { describe, expect, it } from 'vitest';
import { text } from './field-kinds.ts';
import { place } from './internal/fixtures/sample-operations.ts';
import { allRequestFields, maskDigits, redactFields } from './redact.ts';

const title = { en: 'x', zh: '某' };

describe('redactFields', () => {
  it('shows only listed fields that are not sensitive', () => {
    const fields = { order: text(title), card: text(title, { sensitive: true }) };
    const message = { order: '1', card: '6222020200112233445', surprise: '13800138000', constructor: 'x' };
    expect({ ...redactFields(message, fields) }).toEqual({
      order: '1',
      card: '[redacted]',
      surprise: '[redacted]',
      constructor: '[redacted]',
    });
  });

  it('shows numbered fields as the one row for all of them says', () => {
    const fields = { coupon_$n: text(title), card_$n: text(title, { sensitive: true }) };
    const message = { coupon_0: 'C1', card_0: '6222020200112233445', coupon_x: 'y' };
    expect({ ...redactFields(message, fields) }).toEqual({
      coupon_0: 'C1',
      card_0: '[redacted]',
      coupon_x: '[redacted]',
    });
  });

  it('shows no objects, because nothing says what is in them', () => {
    const message = {
      order: { card: '6222020200112233445' },
      list: ['6222020200112233445'],
      count: 1,
      none: null,
    };
    const fields = { order: text(title), list: text(title), count: text(title), none: text(title) };
    expect({ ...redactFields(message, fields) }).toEqual({
      order: '[redacted]',
      list: '[redacted]',
      count: 1,
      none: '[redacted]',
    });
  });

  it('takes names of the prototype for names like any other', () => {
    const message = JSON.parse('{"__proto__":"secret","toString":"secret"}') as Record<string, unknown>;
    const shown = redactFields(message, {});
    expect(Object.entries(shown)).toEqual([
      ['__proto__', '[redacted]'],
      ['toString', '[redacted]'],
    ]);
  });
});

describe('allRequestFields', () => {
  it('holds the fields of every case', () => {
    expect(Object.keys(allRequestFields(place.request))).toEqual([
      'merchant',
      'nonce',
      'order',
      'amount',
      'card',
      'owner',
      'address',
      'kind',
      'detail',
      'till',
    ]);
  });
});

describe('maskDigits', () => {
  it.each([
    ['卡号6222020200112233445不支持', '卡号*******************不支持'],
    ['id 11010219970101100X refused', 'id ****************** refused'],
    ['6222 0202 0011 2233', '*******************'],
    ['189-3343-2355', '*************'],
    ['６２２２０２０２', '********'],
    ['1234567', '*******'],
  ])('%s becomes %s', (message, masked) => {
    expect(maskDigits(message)).toBe(masked);
  });

  it.each(['', '[-2002] 没有该订单', 'error 123456', 'v2.0 20.5', '12  34  56  78'])(
    'leaves %j',
    (message) => {
      expect(maskDigits(message)).toBe(message);
    },
  );
});
