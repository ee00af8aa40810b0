import type { Title } from '@yinjian/provider-kit';

/** What becomes of a number of JSON in a program that has doubles only, or doubles beside integers. */
export interface DoublePrinter {
  readonly title: Title;
  readonly print: (lexeme: string) => string;
}

const isInteger = (lexeme: string) => /^-?\d+$/.test(lexeme);
const fitsInto64Bits = (lexeme: string) => BigInt.asIntN(64, BigInt(lexeme)) === BigInt(lexeme);

/** The commonest first. */
export const DOUBLE_PRINTERS: readonly DoublePrinter[] = [
  {
    title: { en: 'JSON.parse in JavaScript', zh: 'JavaScript 的 JSON.parse' },
    // As JSON.stringify, -0 is 0.
    print: (lexeme) => String(Number(lexeme)),
  },
  {
    title: { en: 'json_decode in PHP', zh: 'PHP 的 json_decode' },
    print: (lexeme) =>
      isInteger(lexeme) && fitsInto64Bits(lexeme)
        ? String(BigInt(lexeme))
        : printed(Number(lexeme), {
            below: -4,
            from: 17,
            zero: '',
            exponentZero: '.0',
            mark: 'e+',
            digits: 1,
          }),
  },
  {
    title: { en: 'json.loads in Python', zh: 'Python 的 json.loads' },
    print: (lexeme) =>
      isInteger(lexeme)
        ? String(BigInt(lexeme))
        : printed(Number(lexeme), {
            below: -4,
            from: 16,
            zero: '.0',
            exponentZero: '',
            mark: 'e+',
            digits: 2,
          }),
  },
  {
    title: { en: 'a double in Java', zh: 'Java 的 double' },
    print: (lexeme) => (isInteger(lexeme) ? String(BigInt(lexeme)) : printed(Number(lexeme), JAVA)),
  },
  {
    title: { en: 'a Map of Gson, which has doubles only', zh: 'Gson 的 Map（只有 double）' },
    print: (lexeme) => printed(Number(lexeme), JAVA),
  },
];

interface Notation {
  /** Powers of ten below and from which there is an exponent. */
  readonly below: number;
  readonly from: number;
  /** What a whole number ends in, without an exponent and before one. */
  readonly zero: string;
  readonly exponentZero: string;
  /** Before a positive exponent; a negative one has its minus instead of the plus. */
  readonly mark: string;
  /** The least digits of the exponent. */
  readonly digits: number;
}

const JAVA: Notation = { below: -3, from: 7, zero: '.0', exponentZero: '.0', mark: 'E', digits: 1 };

function printed(number: number, { below, from, zero, exponentZero, mark, digits }: Notation): string {
  if (!Number.isFinite(number)) return String(number);
  const sign = Object.is(number, -0) || number < 0 ? '-' : '';
  const [mantissa = '', exponent = '0'] = Math.abs(number).toExponential().split('e');
  const power = Number(exponent);
  if (number !== 0 && (power < below || power >= from)) {
    const whole = mantissa.includes('.') ? mantissa : mantissa + exponentZero;
    const before = power < 0 ? `${mark.charAt(0)}-` : mark;
    return sign + whole + before + String(Math.abs(power)).padStart(digits, '0');
  }
  const figures = mantissa.replace('.', '');
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${figures}`;
  const left = figures.slice(0, power + 1).padEnd(power + 1, '0');
  const right = figures.slice(power + 1);
  return sign + left + (right === '' ? zero : `.${right}`);
}
