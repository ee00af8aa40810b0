import { isNumber, scalar, text, type Value } from '../../search/value.ts';
import { FINAL } from '../fields/signed.ts';
import { defineFamily } from '../mistake.ts';
import { type OneField, otherValues } from './one-field.ts';

/** Fields that hold an amount, or were written as another number. */
export const amounts = /* @__PURE__ */ defineFamily({
  id: 'amounts',
  title: { en: 'Amounts and how numbers are written', zh: '金额与数字写法' },
  mistakes: [
    {
      id: 'amounts.in_yuan',
      cost: 2,
      title: {
        en: '{field} was signed a hundred times smaller: in yuan, and sent in fen',
        zh: '{field} 签名时是元，发送时乘以 100 变成了分',
      },
      fix: {
        en: 'Convert to fen before signing, with integers, and send what was signed.',
        zh: '签名前就换算成分（用整数计算），发送的就是签名的那个值。',
      },
      variants: otherValues((value, field) => rewritten(value, field, -2)),
    },
    {
      id: 'amounts.in_fen',
      cost: 2,
      title: {
        en: '{field} was signed a hundred times greater: in fen, and sent in yuan',
        zh: '{field} 签名时是分，发送时除以 100 变成了元',
      },
      fix: {
        en: 'Amounts are integers in fen, both signed and sent.',
        zh: '金额一律是整数分，签名与发送都是。',
      },
      variants: otherValues((value, field) => rewritten(value, field, 2)),
    },
    {
      id: 'amounts.thousands_separators',
      cost: 3,
      title: {
        en: '{field} was signed with other thousands separators: {detail}',
        zh: '{field} 签名时千位分隔符不同：{detail}',
      },
      fix: {
        en: 'Write amounts with digits only: number_format($amount, 2, ".", "") in PHP, no locale, no {:,}.',
        zh: '金额只写数字：PHP 用 number_format($amount, 2, ".", "")，不要按地区格式化，不要用 {:,}。',
      },
      variants: otherValues((value, field) => {
        if (value.kind !== 'string') return [];
        return regrouped(value.value).map((other, index) => ({
          value: text(other),
          detail: { en: other, zh: other },
          extra: (isAmount(field) ? 0 : 2) + Number(index > 0),
        }));
      }),
    },
    {
      id: 'amounts.decimals',
      cost: 3,
      title: {
        en: '{field} was signed with other decimals: {detail}',
        zh: '{field} 签名时小数位不同：{detail}',
      },
      fix: FINAL,
      variants: otherValues((value, field) => {
        const digits = digitsOf(value);
        if (digits === undefined || digits.length > 10) return [];
        const [whole = '', fraction = ''] = digits.split('.');
        const bare = fraction.replace(/0+$/, '');
        const others = ['', '.0', '.00', '.000', `.${fraction}0`, bare === '' ? '' : `.${bare}`];
        return [...new Set(others)]
          .map((decimals) => whole + decimals)
          .filter((other) => other !== digits)
          .map((other) => ({
            value: like(value, other),
            detail: { en: other, zh: other },
            extra: isAmount(field) ? 0 : 2,
          }));
      }),
    },
    {
      id: 'amounts.leading_zeros',
      cost: 3,
      title: {
        en: '{field} was signed with other leading zeros: {detail}',
        zh: '{field} 签名时前导零不同：{detail}',
      },
      fix: {
        en: 'Keep numbers of orders, cards and merchants as text: as a number they lose leading zeros.',
        zh: '订单号、卡号、商户号等一律按字符串处理，转成数字会丢掉前导零。',
      },
      variants: otherValues((value, { row }) => {
        if (value.kind !== 'string' || !/^\d+$/.test(value.value)) return [];
        const bare = value.value.replace(/^0+(?=\d)/, '');
        const widths = [value.value.length + 1, value.value.length + 2, row?.maxLength ?? 0, 12];
        return [...new Set([bare, ...widths.map((width) => (width > 40 ? bare : bare.padStart(width, '0')))])]
          .filter((other) => other !== value.value)
          .map((other) => ({
            value: text(other),
            detail: { en: other, zh: other },
            extra: other === bare ? 0 : 2,
          }));
      }),
    },
  ],
});

const AMOUNT = /AMT|AMOUNT|FEE|MONEY|PRICE|PAY_VALUE|BALANCE/i;

function isAmount({ path, row }: OneField): boolean {
  return row?.type === 'fen' || AMOUNT.test(path);
}

/** What a value that may be an amount was before it was multiplied, in the ways it may have been written. */
function rewritten(value: Value, field: OneField, places: 2 | -2): { value: Value; extra: number }[] {
  const digits = digitsOf(value);
  if (digits === undefined || digits.length > 12) return [];
  const plain = moved(digits, places);
  const [whole = '', fraction = ''] = plain.split('.');
  const exact = `${whole}.${fraction.padEnd(2, '0')}`;
  // Yuan are written with two places, fen with none.
  const spellings = places < 0 ? [exact, plain] : [plain, exact];
  if (fraction.length < 2) spellings.push(`${whole}.${fraction.padEnd(1, '0')}`);
  const distinct = [...new Set(spellings)];
  const alike = distinct.map((spelling) => like(value, spelling));
  const unlike = distinct.map((spelling) => (value.kind === 'string' ? scalar(spelling) : text(spelling)));
  if (whole.length > 3) unlike.push(text(grouped(exact)));
  return [...alike, ...unlike].map((other, index) => ({
    value: other,
    extra: (isAmount(field) ? 0 : 3) + (index < 2 ? 0 : index < 4 ? 1 : 2),
  }));
}

/** With separators where there are none, or without those there are. */
function regrouped(written: string): string[] {
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(written)) return [written.replaceAll(',', '')];
  if (!/^[1-9]\d{3,11}(\.\d{1,2})?$/.test(written)) return [];
  const other = grouped(written);
  return other.includes('.') ? [other] : [other, `${other}.00`];
}

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const groups = whole.replace(/\d(?=(\d{3})+$)/g, '$&,');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** A decimal number by so many places, without zeros that say nothing. */
function moved(digits: string, places: number): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const all = whole + fraction.padEnd(Math.max(places, 0), '0');
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + all : all;
  const at = Math.max(point, 1);
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = padded.slice(at).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}

function digitsOf(value: Value): string | undefined {
  const digits = value.kind === 'string' ? value.value : isNumber(value) ? value.lexeme : '';
  return /^\d+(\.\d+)?$/.test(digits) ? digits : undefined;
}

function like(value: Value, digits: string): Value {
  return value.kind === 'string' ? text(digits) : scalar(digits);
}
