import { isNumber, scalar, text, type Value } from '../../search/value.ts';
import type { Family } from '../mistake.ts';
import { otherValues } from './one-field.ts';

/** A long number that came through a program whose numbers have 53 bits. */
export const lossyNumbers: Family = {
  id: 'lossy_numbers',
  title: { en: 'Numbers that lost digits', zh: '丢失精度的数字' },
  mistakes: [
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
      variants: otherValues(function* (value) {
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
};

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
