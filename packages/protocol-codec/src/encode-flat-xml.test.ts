import { describe, expect, it } from 'vitest';
import { encodeFlatXml } from './encode-flat-xml.ts';
import type { FlatFields } from './flat-fields.ts';
import { refusal } from './internal/refusal.fixture.ts';

/** What a caller without types might pass. */
function encodeAnything(value: unknown): string {
  return encodeFlatXml(value as FlatFields);
}

describe('encodeFlatXml', () => {
  it('writes the fields in their order, the empty ones too', () => {
    expect(encodeFlatXml({ mch_id: '10000100', appid: 'wx1', attach: '', total_fee: 100 })).toBe(
      '<xml><mch_id>10000100</mch_id><appid>wx1</appid><attach></attach><total_fee>100</total_fee></xml>',
    );
    const map = new Map<string, string | number>([
      ['b', 1],
      ['a', '2'],
    ]);
    expect(encodeFlatXml(map)).toBe('<xml><b>1</b><a>2</a></xml>');
    expect(encodeFlatXml({})).toBe('<xml></xml>');
  });

  it('escapes what a reader would take for markup or change', () => {
    expect(encodeFlatXml({ a: '&<>"\'' })).toBe('<xml><a>&amp;&lt;&gt;"\'</a></xml>');
    expect(encodeFlatXml({ a: '&amp;' })).toBe('<xml><a>&amp;amp;</a></xml>');
    expect(encodeFlatXml({ a: 'x]]>y' })).toBe('<xml><a>x]]&gt;y</a></xml>');
    expect(encodeFlatXml({ a: '1\r\n2\r3\n4\t5' })).toBe('<xml><a>1&#13;\n2&#13;3\n4\t5</a></xml>');
  });

  it('writes all other text raw', () => {
    const text = ' 例\u{1f600}\u007f\u0085\u2028\ue000\ufffd\u{10ffff}\ufeff ';
    expect(encodeFlatXml({ a: text })).toBe(`<xml><a>${text}</a></xml>`);
    expect(encodeFlatXml({ a: `${text}&${text}` })).toBe(`<xml><a>${text}&amp;${text}</a></xml>`);
  });

  it.each(['a', '_', 'A1', 'coupon_fee_0', 'a.b-c', '__proto__', 'xml'])('takes the name %s', (name) => {
    expect(encodeFlatXml(new Map([[name, '1']]))).toBe(`<xml><${name}>1</${name}></xml>`);
  });

  it.each([
    '1a',
    '-a',
    '.a',
    'a b',
    'a:b',
    'a/',
    'a>',
    '<a',
    'a"',
    'a\n',
    'é',
    'aé',
    '例',
    '\u{1f600}',
    'a&',
  ])('refuses the name %j', (name) => {
    expect(refusal(() => encodeFlatXml({ [name]: '1' })).code).toBe('xml_name');
  });

  it('refuses the empty name', () => {
    expect(refusal(() => encodeFlatXml({ '': '1' })).code).toBe('empty_field_name');
  });

  it('refuses characters XML does not allow, naming the field', () => {
    for (let unit = 0; unit < 0x20; unit++) {
      if (unit === 0x09 || unit === 0x0a || unit === 0x0d) continue;
      expect(refusal(() => encodeFlatXml({ ok: '1', body: `x${String.fromCharCode(unit)}` }))).toMatchObject({
        code: 'xml_illegal_character',
        path: 'body',
      });
    }
    for (const character of ['\ufffe', '\uffff']) {
      expect(refusal(() => encodeFlatXml({ body: `&${character}` }))).toMatchObject({
        code: 'xml_illegal_character',
        path: 'body',
      });
    }
    for (const text of ['\ud800', '\udfff', '\udc00\ud800', '\ud83d\ud83d\ude00', '\u{1f600}\ude00']) {
      expect(refusal(() => encodeFlatXml({ body: text }))).toMatchObject({
        code: 'lone_surrogate',
        path: 'body',
      });
    }
  });

  it('refuses values that are neither strings nor safe integers', () => {
    for (const value of [undefined, null, true, 1n, {}, []]) {
      expect(refusal(() => encodeAnything({ a: value }))).toMatchObject({
        code: 'unsupported_value',
        path: 'a',
      });
    }
    for (const value of [0.1, Number.NaN, Infinity, 2 ** 53]) {
      expect(refusal(() => encodeFlatXml({ a: value }))).toMatchObject({ code: 'unsafe_number', path: 'a' });
    }
    expect(encodeFlatXml({ a: -0, b: -1 })).toBe('<xml><a>0</a><b>-1</b></xml>');
  });

  it('refuses what is not a set of fields', () => {
    for (const value of [undefined, null, 'a', [], new Date(0), new URLSearchParams('a=1')]) {
      expect(refusal(() => encodeAnything(value)).code).toBe('invalid_argument');
    }
  });
});
