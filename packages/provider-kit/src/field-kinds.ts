import type { ChinaTimeFormat } from '@yinjian/protocol-codec';
import { numberReader, readText } from './decoders.ts';
import type { Field } from './field.ts';
import type { Title } from './title.ts';

// What the fields are, for both directions. How the values of each type are checked before they are sent: `field-schema.ts`.

function define<Input, Data>(
  parts: Pick<Field<Input, Data>, 'decode' | 'type' | 'title'> & Partial<Field<Input, Data>>,
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

/** Free text: any characters but controls other than tab and line ends. */
export function text(title: Title, options: TextOptions = {}): Field<string, string, 'required'> {
  return define({ ...options, decode: readText, type: 'string', title });
}

/** An address the platform or the payer's browser will call: absolute, http or https, without user or password. */
export function url(title: Title, options: TextOptions = {}): Field<string, string, 'required'> {
  return { ...text(title, options), type: 'url' };
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

/** What the documents say about an amount. */
export interface FenOptions {
  /** In fen, of what is sent. Default: 10 000 000 yuan. */
  readonly max?: number;
  /** In digits, as the table has it: for the description only, the bound is `max`. */
  readonly maxLength?: number;
  readonly aliases?: readonly string[];
}

/** An amount in fen: on the way out a whole number from 1 to `max`, on the way in a whole number from 0. */
export function fen(
  title: Title,
  { max = MAX_FEN, ...options }: FenOptions = {},
): Field<number, number, 'required'> {
  return define({
    ...options,
    decode: numberReader(/^\d{1,15}$/),
    type: 'fen',
    minimum: 1,
    maximum: max,
    title,
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
  return define({ ...options, decode: numberReader(/^-?\d{1,15}$/), type: 'integer', title });
}

/**
 * A point in time, in China Standard Time (UTC+8) on the wire. A caller gives a `Date`, or the wire text; a reply
 * keeps the text, because platforms leave it empty or write zeros where nothing has happened yet.
 */
export function time(
  title: Title,
  format: ChinaTimeFormat = 'yyyyMMddHHmmss',
): Field<Date | string, string, 'required'> {
  return define({ decode: readText, type: 'time', maxLength: format.length, formats: [format], title });
}

/**
 * One of a documented set of codes: closed on the way out, open on the way in. `maxLength`, as the table has it, is for
 * the description only.
 */
export function code<const Values extends Readonly<Record<string, Title>>>(
  title: Title,
  values: Values,
  options: { readonly maxLength?: number } = {},
): Field<keyof Values & string, (keyof Values & string) | (string & {}), 'required'> {
  return define({ ...options, decode: readText, type: 'code', title, values });
}
