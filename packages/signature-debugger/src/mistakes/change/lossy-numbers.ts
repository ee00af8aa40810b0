import type { SearchMessage } from '../../search/message.ts';
import type { Rewrite } from '../../search/plan.ts';
import { isNumber, mapScalars, scalar, text, type Value, withValue } from '../../search/value.ts';
import { DOUBLE_PRINTERS } from '../doubles.ts';
import { everySigned } from '../fields/signed.ts';
import { defineFamily, type Mistake, type Variant } from '../mistake.ts';
import { otherValues } from './one-field.ts';

const keepText = {
  en: 'Sign and check the text of the message as it came: JSON.parse and its like turn every number into a double, which keeps neither trailing zeros nor more than 53 bits. Where it has to be parsed, read numbers as text (JSON_BIGINT_AS_STRING, parse_float=str, BigDecimal, parseJson).',
  zh: '签名和验签都用原始报文：JSON.parse 等会把数字变成浮点数，末尾的零和 53 位以外的精度都会丢失。必须解析时，把数字按文本读取（JSON_BIGINT_AS_STRING、parse_float=str、BigDecimal、parseJson）。',
};

/** A number that came through a program whose numbers have 53 bits. */
export const lossyNumbers = /* @__PURE__ */ defineFamily({
  id: 'lossy_numbers',
  title: { en: 'Numbers that lost digits', zh: '丢失精度的数字' },
  mistakes: [
    {
      id: 'lossy_numbers.through_double',
      cost: 1,
      title: {
        en: '{field} was signed as a double prints it: the body went through {detail}',
        zh: '{field} 签名时成了浮点数的写法：Body 经过了 {detail}',
      },
      fix: keepText,
      variants: (message) =>
        DOUBLE_PRINTERS.flatMap(({ title, print }, index) =>
          ofNumbers(message, print).map((variant) => ({
            ...variant,
            detail: title,
            extra: index < 2 ? 0 : 1,
          })),
        ),
    },
    {
      id: 'lossy_numbers.zeros_lost',
      cost: 2,
      title: {
        en: '{field} was signed with trailing zeros that it no longer has: the message went through a double afterwards',
        zh: '{field} 签名时末尾有零，现在没有了：报文后来经过了浮点数',
      },
      fix: keepText,
      variants: (message) => ofNumbers(message, (lexeme) => lexeme.replace(/^(-?\d+\.\d)$/, '$10')),
    },
    {
      id: 'lossy_numbers.digits',
      cost: 4,
      isAlone: true,
      title: {
        en: '{field} lost its last digits: it was signed as {detail}',
        zh: '{field} 丢失了末尾几位：签名时是 {detail}',
      },
      fix: {
        en: 'Numbers above 2^53 do not survive JSON.parse, a double or a float column: keep the text of the message, or read them as text (JSON_BIGINT_AS_STRING, BigInteger, parseJson).',
        zh: '大于 2^53 的数字经过 JSON.parse、double 或浮点列会丢精度：请保留原始报文，或按字符串读取（JSON_BIGINT_AS_STRING、BigInteger、parseJson）。',
      },
      variants: withZerosLost(
        otherValues(function* (value) {
          const digits = longDigits(value);
          // What a double prints is the shortest text that stands for it, or all of its digits.
          if (
            digits === undefined ||
            ![String(Number(digits)), String(BigInt(Number(digits)))].includes(digits)
          )
            return;
          for (const other of roundedTo(digits)) {
            yield { value: like(value, other), detail: { en: other, zh: other } };
          }
        }),
      ),
    },
    {
      id: 'lossy_numbers.rounded',
      cost: 3,
      title: {
        en: '{field} was signed rounded, as {detail}: it went through a number of 53 bits',
        zh: '{field} 签名时被舍入成 {detail}：经过了 53 位精度的浮点数',
      },
      fix: {
        en: 'Sign the text of the message: do not parse numbers above 2^53 into a double.',
        zh: '直接用原始报文签名：大于 2^53 的数字不要解析成浮点数。',
      },
      variants: otherValues((value) => {
        const digits = longDigits(value);
        if (digits === undefined) return [];
        const rounded = Number(digits);
        const exact = String(BigInt(rounded));
        const shortest = String(rounded);
        const php = shortest.replace(
          /^(\d)(\d*?)0*$/,
          (_all, first: string, rest: string) => `${first}.${rest === '' ? '0' : rest}e+${digits.length - 1}`,
        );
        const others = new Set([shortest, exact, php, php.replace('e', 'E').replace('+', '')]);
        others.delete(digits);
        return [...others].flatMap((other) => {
          const detail = { en: other, zh: other };
          const unlike = value.kind === 'string' ? scalar(other) : text(other);
          return [
            { value: like(value, other), detail },
            { value: unlike, detail, extra: 1 },
          ];
        });
      }),
    },
  ],
});

/** What a decimal number was that has lost its last zero: amounts have two places. */
function withZero(lexeme: string): string {
  return lexeme.replace(/^(-?\d+\.\d)$/, '$10');
}

/** The variants, and where other numbers may have lost zeros on the same way, each together with that. */
function withZerosLost(variants: Mistake['variants']): Mistake['variants'] {
  return function* (message) {
    yield* variants(message);
    for (const { set, fields = [] } of ofNumbers(message, withZero)) {
      for (const variant of variants(message)) {
        yield {
          ...variant,
          set: { ...variant.set, ...set },
          fields: [...(variant.fields ?? []), ...fields],
          extra: 1,
        };
      }
    }
  };
}

/** What comes of all numbers at once, where it changes any. */
function ofNumbers(message: SearchMessage, print: (lexeme: string) => string): Variant[] {
  const rewrite: Rewrite = (member) =>
    withValue(
      member,
      mapScalars(member.value, (value) => {
        if (!isNumber(value)) return value;
        const other = print(value.lexeme);
        return other === value.lexeme ? value : scalar(other);
      }),
    );
  const changed = everySigned(message).filter((member) => rewrite(member) !== member);
  return changed.length === 0 ? [] : [{ set: { values: rewrite }, fields: changed.map(({ name }) => name) }];
}

/** A number too long for 53 bits, written out. */
export function longDigits(value: Value): string | undefined {
  const written = value.kind === 'string' ? value.value : isNumber(value) ? value.lexeme : '';
  const digits = /^\d\.\d+e\+\d\d?$/i.test(written) ? String(BigInt(Number(written))) : written;
  return /^[1-9]\d{15,20}$/.test(digits) && BigInt(digits) > BigInt(Number.MAX_SAFE_INTEGER)
    ? digits
    : undefined;
}

/** Every number that is rounded to the same, nearest first; of 20 digits some 4 000. */
function* roundedTo(digits: string): Iterable<string> {
  const rounded = Number(digits);
  const centre = BigInt(rounded);
  // Half the distance to the next number of 53 bits.
  const reach = 2n ** BigInt(Math.max(0, Math.floor(Math.log2(rounded)) - 53));
  for (let distance = 0n; distance <= reach; distance++) {
    for (const other of distance === 0n ? [centre] : [centre - distance, centre + distance]) {
      if (String(other) !== digits) yield String(other);
    }
  }
}

function like(value: Value, digits: string): Value {
  return value.kind === 'string' ? text(digits) : scalar(digits);
}
