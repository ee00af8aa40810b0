import {
  type ChinaTimeFormat,
  formatChinaTime,
  type ParsedJson,
  parseChinaTime,
} from '@yinjian/protocol-codec';
import * as v from 'valibot';
import type { Title } from './title.ts';
import { isHttpUrl } from './url.ts';

/**
 * Who gives a field its value, and how far a reply's field is relied on.
 *
 * - `required`, `optional`: the caller must, may.
 * - `filled`: the caller may; otherwise the client makes one up (a nonce, the time).
 * - `provided`: only the client, from its configuration.
 * - `relied`: in a reply or notification, the outcome rests on it: without it nothing is concluded.
 * - `settled`: the same, for a reply that says that it happened.
 */
export type FieldUse = 'required' | 'optional' | 'filled' | 'provided' | 'relied' | 'settled';

/** What kind of text stands on the wire. */
export type FieldType = 'string' | 'integer' | 'fen' | 'time' | 'code' | 'url' | 'object';

/** A value as it stands in a message: number lexemes are kept as strings. */
export type WireValue = ParsedJson;

/** One row of a field table of the documents, in both directions. */
export interface Field<Input = unknown, Data = unknown, Use extends FieldUse = FieldUse> {
  /** Checks what a caller gives; the output is what goes on the wire. */
  readonly encode: v.GenericSchema<Input, string>;
  /** Reads what came over the wire. */
  readonly decode: v.GenericSchema<unknown, Data>;
  readonly use: Use;
  /** Whether the documents require it. */
  readonly presence: 'required' | 'conditional' | 'optional';
  readonly type: FieldType;
  /** In characters. */
  readonly maxLength?: number;
  readonly title: Title;
  /** Personal or card data: never shown by a hook or an error. */
  readonly sensitive: boolean;
  /** Other spellings under which the platform sends it. */
  readonly aliases: readonly string[];
  /** The documented values of a `code` field. */
  readonly values?: Readonly<Record<string, Title>>;
  /** Makes the value of a `filled` field. */
  readonly fill?: (context: FillContext) => string;
}

/** What a `filled` field may draw on. */
export interface FillContext {
  readonly now: () => Date;
  readonly nonce: () => string;
}

export type Fields = Readonly<Record<string, Field>>;

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Lengths in the documents count characters, not UTF-16 units. */
function characterLength(value: string): number {
  let length = value.length;
  for (let index = 0; index < value.length - 1; index++) {
    const unit = value.charCodeAt(index);
    if (unit >= 0xd800 && unit <= 0xdbff) length--;
  }
  return length;
}

function define<Input, Data>(
  parts: Pick<Field<Input, Data>, 'encode' | 'decode' | 'type' | 'title'> & Partial<Field<Input, Data>>,
): Field<Input, Data, 'required'> {
  return { presence: 'required', sensitive: false, aliases: [], ...parts, use: 'required' };
}

export interface TextOptions {
  /** In characters; none where the documents give none. */
  readonly maxLength?: number;
  /** What the whole value must match, and how that is said in words. */
  readonly pattern?: readonly [RegExp, string];
  readonly sensitive?: boolean;
  readonly aliases?: readonly string[];
}

function checkedText({ maxLength, pattern }: TextOptions) {
  return v.pipe(
    v.string(),
    v.minLength(1, 'must not be empty; leave it out instead'),
    v.check(
      (value) => maxLength === undefined || characterLength(value) <= maxLength,
      `is longer than ${maxLength} characters`,
    ),
    v.check((value) => !LONE_SURROGATE.test(value), 'holds a lone surrogate'),
    v.check((value) => pattern === undefined || pattern[0].test(value), pattern?.[1]),
  );
}

/** Free text. */
export function text(title: Title, options: TextOptions = {}): Field<string, string, 'required'> {
  return define({
    encode: checkedText(options),
    decode: v.string(),
    type: 'string',
    title,
    ...(options.maxLength === undefined ? {} : { maxLength: options.maxLength }),
    sensitive: options.sensitive ?? false,
    aliases: options.aliases ?? [],
  });
}

/** An address the platform or the payer's browser will call: absolute, http or https. */
export function url(title: Title, options: TextOptions = {}): Field<string, string, 'required'> {
  return {
    ...text(title, options),
    encode: v.pipe(checkedText(options), v.check(isHttpUrl, 'must be an absolute http or https URL')),
    type: 'url',
  };
}

/** 10 000 000 yuan: the bound the payout document sets, and more than any other product takes. */
const MAX_FEN = 1_000_000_000;

/** An amount in fen: a positive integer on the way out, a non-negative one on the way in. */
export function fen(
  title: Title,
  options: { readonly max?: number; readonly aliases?: readonly string[] } = {},
): Field<number, number, 'required'> {
  const max = options.max ?? MAX_FEN;
  return define({
    encode: v.pipe(
      v.number(),
      v.safeInteger('must be a whole number of fen'),
      v.minValue(1, 'must be at least 1 fen'),
      v.maxValue(max, `must be at most ${max} fen`),
      v.transform(String),
    ),
    decode: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)),
    type: 'fen',
    title,
    aliases: options.aliases ?? [],
  });
}

/** A count or code number that the platform sends. */
export function integer(title: Title): Field<number, number, 'required'> {
  return define({
    encode: v.pipe(v.number(), v.safeInteger('must be a whole number'), v.transform(String)),
    decode: v.pipe(v.string(), v.regex(/^-?\d{1,15}$/), v.transform(Number)),
    type: 'integer',
    title,
  });
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
    encode: v.union(
      [
        v.pipe(
          v.date(),
          v.transform((date) => formatChinaTime(date, format)),
        ),
        v.pipe(
          v.string(),
          v.check((value) => isChinaTime(value, format), message),
        ),
      ],
      message,
    ),
    decode: v.string(),
    type: 'time',
    maxLength: format.length,
    title,
  });
}

function isChinaTime(value: string, format: ChinaTimeFormat): boolean {
  try {
    parseChinaTime(value, format);
    return true;
  } catch {
    return false;
  }
}

/** One of a documented set of codes: closed on the way out, open on the way in. */
export function code<const Values extends Readonly<Record<string, Title>>>(
  title: Title,
  values: Values,
): Field<keyof Values & string, (keyof Values & string) | (string & {}), 'required'> {
  const allowed = Object.keys(values) as (keyof Values & string)[];
  return define({
    encode: v.picklist(allowed, `must be one of ${allowed.join(', ')}`),
    decode: v.string(),
    type: 'code',
    title,
    values,
  });
}

/** The caller may leave it out. */
export function optional<Input, Data>(field: Field<Input, Data>): Field<Input, Data, 'optional'> {
  return { ...field, use: 'optional', presence: 'optional' };
}

/** The caller may leave it out; whether the platform takes that depends on the other fields. */
export function conditional<Input, Data>(field: Field<Input, Data>): Field<Input, Data, 'optional'> {
  return { ...field, use: 'optional', presence: 'conditional' };
}

/** The client makes one up where the caller gives none. */
export function filled<Input, Data>(
  field: Field<Input, Data>,
  fill: (context: FillContext) => string,
): Field<Input, Data, 'filled'> {
  return { ...field, use: 'filled', fill };
}

/** The client sets it from its configuration; a caller cannot. */
export function provided<Input, Data>(field: Field<Input, Data>): Field<Input, Data, 'provided'> {
  return { ...field, use: 'provided' };
}

/** A reply or notification without it concludes nothing. */
export function relied<Input, Data>(field: Field<Input, Data>): Field<Input, Data, 'relied'> {
  return { ...field, use: 'relied' };
}

/** A reply or notification that says that it happened must carry it; others may leave it out. */
export function settled<Input, Data>(field: Field<Input, Data>): Field<Input, Data, 'settled'> {
  return { ...field, use: 'settled' };
}
