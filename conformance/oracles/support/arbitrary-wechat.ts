import * as fc from 'fast-check';
import { anyCharacter, anyText } from './arbitrary-text.ts';
import type { FieldList } from './php-oracle.ts';

const documentedNames = [
  'appid',
  'attach',
  'body',
  'coupon_fee_0',
  'coupon_fee_10',
  'coupon_fee_2',
  'mch_id',
  'nonce_str',
  'out_trade_no',
  'scene_info',
  'sign',
  'sign_type',
  'sub_mch_id',
  'total_fee',
  'Body',
  'SIGN',
  'sign_',
  '_',
  'a-b',
  'a.b',
  'a',
];
const letters = Array.from('abcxyzABCXYZ_');
const inner = Array.from('abcxyzABCXYZ_0123456789.-');
const fieldName = fc.oneof(
  fc.constantFrom(...documentedNames),
  fc
    .tuple(fc.constantFrom(...letters), fc.string({ unit: fc.constantFrom(...inner), maxLength: 10 }))
    .map((parts) => parts.join('')),
);

export const MOST_FIELDS = 48;

const listOf = (name: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<FieldList> =>
  fc.uniqueArray(fc.tuple(name, value), {
    maxLength: MOST_FIELDS,
    size: 'max',
    selector: ([text]) => text,
  });

const orderValues = fc.oneof(
  fc.constantFrom('', '0', '888', ' ', ' a ', '20170826114339', 'http://yoursite.com/wxpay.html?a=1&b=2'),
  fc.integer({ min: 0 }).map(String),
);

/** Fields for signing: names and values of any characters. */
export const anySignedFields: fc.Arbitrary<FieldList> = listOf(
  fc.oneof(
    { weight: 3, arbitrary: fieldName },
    { weight: 1, arbitrary: anyText.filter((name) => name !== '') },
  ),
  fc.oneof(anyText, orderValues),
);

/** XML 1.0 section 2.2: what a document can hold. The rest has no spelling in XML, not even an escaped one. */
// oxlint-disable-next-line no-control-regex -- the controls are the subject
const outsideXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Fields for XML: values of any characters that XML can carry. */
export const anyXmlFields: fc.Arbitrary<FieldList> = listOf(
  fieldName,
  fc.oneof(
    fc.string({
      unit: anyCharacter.filter((character) => !outsideXml.test(character)),
      maxLength: 24,
      size: 'max',
    }),
    orderValues,
  ),
);

/** Values that no XML document can carry. */
export const anyTextOutsideXml: fc.Arbitrary<string> = fc
  .tuple(
    anyText,
    fc.oneof(
      fc.integer({ min: 0, max: 0x1f }).filter((code) => code !== 9 && code !== 10 && code !== 13),
      fc.constantFrom(0xfffe, 0xffff),
    ),
    anyText,
  )
  .map(([before, code, after]) => before + String.fromCharCode(code) + after);

/** What makes a document something else when it stands in the wrong place. */
export const anyMarkup: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    '<',
    '>',
    '&',
    '/',
    '"',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '\ufeff',
    ']]>',
    '</',
    '<a/>',
    '<a>1</a>',
  ),
  fc.constantFrom('<!-- -->', '<!---->', '<?a b?>', '<![CDATA[]]>', '<![CDATA[', '<!DOCTYPE xml>', ' a="1"'),
  fc.constantFrom(
    '&amp;',
    '&amp',
    '&nbsp;',
    '&#13;',
    '&#xd;',
    '&#0;',
    '&#xD800;',
    '&#x10FFFF;',
    '&#x110000;',
    '&#X41;',
  ),
  anyCharacter,
);
