import { type ChinaTimeFormat, formatChinaTime, parseChinaTime } from '@yinjian/protocol-codec';
import * as v from 'valibot';
import type { Field } from './field.ts';
import { characterLength } from './internal/character-length.ts';
import type { Title } from './title.ts';
import { isHttpUrl } from './url.ts';

function define<Input, Data>(
  parts: Pick<Field<Input, Data>, 'encode' | 'decode' | 'type' | 'title'> & Partial<Field<Input, Data>>,
): Field<Input, Data, 'required'> {
  return { presence: 'required', sensitive: false, aliases: [], ...parts, use: 'required' };
}

/** What the documents say about a text. */
export interface TextOptions {
  /** In characters; none where the documents give none. */
  readonly maxLength?: number;
  /** In characters: the table's limit where longer values occur in practice. A longer value is sent, with a warning. */
  readonly documentedLength?: number;
  /** What the whole value must match, and how that is said in words. Without the flags `g` and `y`. */
  readonly pattern?: readonly [RegExp, string];
  /** How the value is written, in letters (`MMYY`): for the description, where they tell more than the pattern. */
  readonly formats?: readonly string[];
  /** Personal or card data: never shown by a hook or an error. Default: `false`. */
  readonly sensitive?: boolean;
  /** Other spellings under which the platform sends it. */
  readonly aliases?: readonly string[];
}

/** Half a surrogate pair has no UTF-8 form, the others no place in XML 1.0 (section 2.2) or in a payment message. */
const NOT_TEXT = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{NChar}]/u;

function checkedText({ maxLength, pattern }: TextOptions) {
  return v.pipe(
    v.string(),
    v.minLength(1, 'must not be empty'),
    v.check((value) => !NOT_TEXT.test(value), 'holds a character that cannot be sent'),
    withinLength(maxLength),
    v.check((value) => value === '' || pattern === undefined || pattern[0].test(value), pattern?.[1]),
  );
}

function withinLength(maxLength: number | undefined) {
  return v.check<string, string>(
    (value) => maxLength === undefined || characterLength(value) <= maxLength,
    `is longer than ${maxLength} characters`,
  );
}

/** Free text: any characters but controls other than tab and line ends. */
export function text(title: Title, options: TextOptions = {}): Field<string, string, 'required'> {
  const { maxLength, documentedLength, pattern, formats, sensitive = false, aliases = [] } = options;
  return define({
    encode: checkedText(options),
    decode: v.string(),
    type: 'string',
    title,
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(documentedLength === undefined ? {} : { documentedLength }),
    ...(pattern === undefined ? {} : { pattern: pattern[0].source }),
    ...(formats === undefined ? {} : { formats }),
    sensitive,
    aliases,
  });
}

/** An address the platform or the payer's browser will call: absolute, http or https, without user or password. */
export function url(title: Title, options: TextOptions = {}): Field<string, string, 'required'> {
  return {
    ...text(title, options),
    encode: v.pipe(
      checkedText(options),
      v.check(
        (value) => value === '' || isHttpUrl(value),
        'must be an absolute http or https URL without a user name',
      ),
    ),
    type: 'url',
  };
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

/** An IPv4 address in dotted decimal. */
export function ipv4(
  title: Title,
  options: Omit<TextOptions, 'pattern' | 'formats'> = {},
): Field<string, string, 'required'> {
  return text(title, { ...options, pattern: [IPV4, 'must be an IPv4 address'], formats: ['IPv4'] });
}

/** 10 000 000 yuan: the bound the payout document sets. The other documents give none, and nothing says they take more. */
const MAX_FEN = 1_000_000_000;
const MIN_FEN = 1;

/** What the documents say about an amount. */
export interface FenOptions {
  /** In fen, of what is sent. Default: 10 000 000 yuan. */
  readonly max?: number;
  /** In digits, as the table has it: for the description only, the bound is `max`. */
  readonly maxLength?: number;
  readonly aliases?: readonly string[];
}

/** An amount in fen: on the way out a whole number from 1 to `max`, on the way in a whole number from 0. */
export function fen(title: Title, options: FenOptions = {}): Field<number, number, 'required'> {
  const { max = MAX_FEN, maxLength, aliases = [] } = options;
  return define({
    encode: wholeNumber(MIN_FEN, max, 'a whole number of fen'),
    decode: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)),
    type: 'fen',
    minimum: MIN_FEN,
    maximum: max,
    title,
    ...(maxLength === undefined ? {} : { maxLength }),
    aliases,
  });
}

/** What the documents say about a number. */
export interface IntegerOptions {
  /** Of what is sent. */
  readonly minimum?: number;
  /** Of what is sent. */
  readonly maximum?: number;
  /** In digits, as the table has it: for the description only. */
  readonly maxLength?: number;
}

/** A whole number, such as a count. */
export function integer(title: Title, options: IntegerOptions = {}): Field<number, number, 'required'> {
  return define({
    encode: wholeNumber(options.minimum, options.maximum),
    decode: v.pipe(v.string(), v.regex(/^-?\d{1,15}$/), v.transform(Number)),
    type: 'integer',
    ...options,
    title,
  });
}

/** Whatever is wrong with a number is one mistake. */
function wholeNumber(
  minimum: number = Number.MIN_SAFE_INTEGER,
  maximum: number = Number.MAX_SAFE_INTEGER,
  what = 'a whole number',
) {
  const isBounded = minimum > Number.MIN_SAFE_INTEGER && maximum < Number.MAX_SAFE_INTEGER;
  const wanted = isBounded ? `${what} from ${minimum} to ${maximum}` : what;
  return v.pipe(
    v.custom<number>((value) => typeof value === 'number', `must be a number: ${wanted}`),
    v.check(
      (value) => Number.isSafeInteger(value) && value >= minimum && value <= maximum,
      `must be ${wanted}`,
    ),
    v.transform(String),
  );
}

/**
 * A point in time, in China Standard Time (UTC+8) on the wire. A caller gives a `Date`, or the wire text; a reply
 * keeps the text, because platforms leave it empty or write zeros where nothing has happened yet.
 */
export function time(
  title: Title,
  format: ChinaTimeFormat = 'yyyyMMddHHmmss',
): Field<Date | string, string, 'required'> {
  const message = `must be a Date, or China Standard Time written ${format}`;
  return define({
    encode: v.pipe(
      dateOrText(message),
      v.transform((value) => toWireTime(value, format)),
      v.check((wireTime) => wireTime !== undefined, message),
      v.transform((wireTime) => wireTime ?? ''),
    ),
    decode: v.string(),
    type: 'time',
    maxLength: format.length,
    formats: [format],
    title,
  });
}

/** For a time, whichever way it is given. */
export function dateOrText(message: string) {
  return v.custom<Date | string>((value) => value instanceof Date || typeof value === 'string', message);
}

function toWireTime(value: Date | string, format: ChinaTimeFormat): string | undefined {
  try {
    if (typeof value !== 'string') return formatChinaTime(value, format);
    parseChinaTime(value, format);
    return value;
  } catch {
    return undefined;
  }
}

/**
 * One of a documented set of codes: closed on the way out, open on the way in. `maxLength`, as the table has it, is for
 * the description only.
 */
export function code<const Values extends Readonly<Record<string, Title>>>(
  title: Title,
  values: Values,
  { maxLength }: { readonly maxLength?: number } = {},
): Field<keyof Values & string, (keyof Values & string) | (string & {}), 'required'> {
  const wanted = `one of ${Object.keys(values).join(', ')}`;
  return define({
    encode: v.pipe(
      v.custom<keyof Values & string>((value) => typeof value === 'string', `must be text: ${wanted}`),
      v.check((value) => Object.hasOwn(values, value), `must be ${wanted}`),
    ),
    decode: v.string(),
    type: 'code',
    title,
    ...(maxLength === undefined ? {} : { maxLength }),
    values,
  });
}
