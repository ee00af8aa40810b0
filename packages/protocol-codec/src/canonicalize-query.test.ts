import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalizeQuery } from './canonicalize-query.ts';
import type { FlatFields } from './flat-fields.ts';
import { refusal } from './internal/refusal.fixture.ts';
import { encodeUtf8 } from './utf8.ts';

/** What a caller without types might pass. */
function canonicalizeAnything(value: unknown): string {
  return canonicalizeQuery(value as FlatFields);
}

describe('canonicalizeQuery', () => {
  const sample = {
    nonce_str: 'ibuaiVcKdpRxkhJA',
    mch_id: '10000100',
    device_info: '1000',
    body: 'test',
    appid: 'wxd930ea5d5a258f4f',
  };

  it('prints the official sample', () => {
    const expected =
      'appid=wxd930ea5d5a258f4f&body=test&device_info=1000&mch_id=10000100&nonce_str=ibuaiVcKdpRxkhJA';
    expect(canonicalizeQuery(sample)).toBe(expected);
    expect(canonicalizeQuery({ ...sample, device_info: 1000, mch_id: 10000100 })).toBe(expected);
    expect(canonicalizeQuery(new Map(Object.entries(sample)))).toBe(expected);
  });

  it('leaves out sign and what is empty, and nothing else', () => {
    const fields = {
      ...sample,
      sign: 'X',
      attach: '',
      sign_type: 'MD5',
      Sign: 'y',
      zero: 0,
      blank: ' ',
      unknown: 'z',
    };
    expect(canonicalizeQuery(fields)).toBe(
      'Sign=y&appid=wxd930ea5d5a258f4f&blank= &body=test&device_info=1000&mch_id=10000100' +
        '&nonce_str=ibuaiVcKdpRxkhJA&sign_type=MD5&unknown=z&zero=0',
    );
    expect(canonicalizeQuery({ sign: 'X', attach: '' })).toBe('');
    expect(canonicalizeQuery({})).toBe('');
    expect(canonicalizeQuery(new Map())).toBe('');
  });

  it('writes values raw', () => {
    expect(canonicalizeQuery({ b: 'a=1&b=2 +%20/例\u{1f600}\n"<', a: '{"x":"\\/"}' })).toBe(
      'a={"x":"\\/"}&b=a=1&b=2 +%20/例\u{1f600}\n"<',
    );
  });

  it('sorts by the bytes of the name, case-sensitively', () => {
    const fields = {
      b: '1',
      a_b: '2',
      aB: '3',
      a1: '4',
      a: '5',
      B: '6',
      coupon_id_10: '7',
      coupon_id_9: '8',
    };
    expect(canonicalizeQuery(fields)).toBe('B=6&a=5&a1=4&aB=3&a_b=2&b=1&coupon_id_10=7&coupon_id_9=8');
    // Sorting `name=value` instead would put `a1` before `a`.
    expect(canonicalizeQuery({ a1: 'x', a: 'x' })).toBe('a=x&a1=x');
    expect(canonicalizeQuery({ '\u{1f600}': '2', '\uff01': '1' })).toBe('\uff01=1&\u{1f600}=2');
    expect(canonicalizeQuery({ 10: 'x', 9: 'y' })).toBe('10=x&9=y');
  });

  it('takes __proto__ for a name', () => {
    expect(canonicalizeAnything(JSON.parse('{"__proto__":"1","constructor":"2"}'))).toBe(
      '__proto__=1&constructor=2',
    );
    expect(canonicalizeQuery(new Map([['__proto__', '1']]))).toBe('__proto__=1');
    const bare: FlatFields = Object.assign(Object.create(null), { a: '1' });
    expect(canonicalizeQuery(bare)).toBe('a=1');
  });

  it.each([undefined, null, true, 1n, {}, [], new Date(0), Symbol('a'), () => 'x'])(
    'refuses the value %o',
    (value) => {
      for (const fields of [{ total_fee: value }, new Map([['total_fee', value]])]) {
        expect(refusal(() => canonicalizeAnything(fields))).toMatchObject({
          code: 'unsupported_value',
          path: 'total_fee',
        });
      }
    },
  );

  it.each([0.1, 1.5, Number.NaN, Infinity, 2 ** 53, 1e21])('refuses the number %d', (value) => {
    expect(refusal(() => canonicalizeQuery({ total_fee: value }))).toMatchObject({
      code: 'unsafe_number',
      path: 'total_fee',
    });
    expect(refusal(() => canonicalizeQuery(new Map([['total_fee', value]]))).code).toBe('unsafe_number');
  });

  it('checks also what it leaves out', () => {
    expect(refusal(() => canonicalizeAnything({ sign: undefined })).code).toBe('unsupported_value');
  });

  it('writes -0 as 0 and negative numbers with their sign', () => {
    expect(canonicalizeQuery({ a: -0, b: -5 })).toBe('a=0&b=-5');
  });

  it.each([undefined, null, 'a=1', 1, [], ['a'], new URLSearchParams('a=1'), new Set(['a']), new Date(0)])(
    'refuses %o for the fields',
    (value) => {
      expect(refusal(() => canonicalizeAnything(value)).code).toBe('invalid_argument');
    },
  );

  it('refuses names that are no names', () => {
    expect(refusal(() => canonicalizeQuery({ '': 'x' })).code).toBe('empty_field_name');
    expect(refusal(() => canonicalizeQuery(new Map([['', '']]))).code).toBe('empty_field_name');
    expect(refusal(() => canonicalizeAnything(new Map([[1, 'x']]))).code).toBe('invalid_argument');
    expect(refusal(() => canonicalizeAnything({ [Symbol('a')]: 'x' })).code).toBe('unsupported_value');
  });

  it('takes what a getter gives', () => {
    const fields = {
      get total_fee() {
        return 100;
      },
    };
    expect(canonicalizeQuery(fields)).toBe('total_fee=100');
  });

  it('refuses lone surrogates, and never pairs two of different fields', () => {
    for (const text of ['\ud800', 'x\udc00', '\udc00\ud800', '\ud83d\ud83d\ude00']) {
      expect(refusal(() => canonicalizeQuery({ a: 'ok', body: text }))).toMatchObject({
        code: 'lone_surrogate',
        path: 'body',
      });
      expect(refusal(() => canonicalizeQuery({ [text]: 'x' }))).toMatchObject({
        code: 'lone_surrogate',
        path: '[?]',
      });
    }
    expect(refusal(() => canonicalizeQuery({ '\ud83d': '\ude00' })).code).toBe('lone_surrogate');
    expect(canonicalizeQuery({ a: '\u{1f600}' })).toBe('a=\u{1f600}');
  });

  it('keeps to the limits', () => {
    const fields = { a: '1', b: '2' };
    expect(canonicalizeQuery(fields, { maxFields: 2, maxLength: 7 })).toBe('a=1&b=2');
    expect(refusal(() => canonicalizeQuery(fields, { maxFields: 1 })).code).toBe('too_many_fields');
    expect(refusal(() => canonicalizeQuery(fields, { maxLength: 6 })).code).toBe('too_large');
    expect(refusal(() => canonicalizeQuery({ a: 'x'.repeat(1_048_575) })).code).toBe('too_large');
    const many = new Map(Array.from({ length: 1001 }, (_, index) => [`f${index}`, '1'] as const));
    expect(refusal(() => canonicalizeQuery(many)).code).toBe('too_many_fields');
    many.delete('f0');
    expect(canonicalizeQuery(many).split('&')).toHaveLength(1000);
  });

  it('does not depend on the order or the kind of the fields', () => {
    const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 4 });
    const value = fc.oneof(fc.string({ unit: 'binary', maxLength: 4 }), fc.maxSafeInteger());
    const entries = fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 50 });
    const bytes = (text: string): string =>
      Array.from(encodeUtf8(text), (byte) => String.fromCharCode(byte)).join('');
    fc.assert(
      fc.property(entries, (fields) => {
        const expected = fields
          .filter(([key, content]) => key !== 'sign' && content !== '')
          .toSorted(([a], [b]) => (bytes(a) < bytes(b) ? -1 : 1))
          .map(([key, content]) => `${key}=${content}`)
          .join('&');
        expect(canonicalizeQuery(new Map(fields))).toBe(expected);
        expect(canonicalizeQuery(new Map(fields.toReversed()))).toBe(expected);
        expect(canonicalizeQuery(Object.fromEntries(fields))).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});
