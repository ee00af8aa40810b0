import { type ChinaTimeFormat, formatChinaTime, parseChinaTime } from '@yinjian/protocol-codec';
import * as v from 'valibot';
import type { Field } from './field.ts';
import { characterLength } from './internal/character-length.ts';
import { isHttpUrl } from './url.ts';

type Schema = v.GenericSchema<unknown, string>;

/** Made when first needed: a program sends few of the fields that it knows. */
const made = new WeakMap<Field, Schema>();

/** Checks what a caller gives for a field; the output is what goes on the wire. */
export function schemaOf(field: Field): Schema {
  if (field.encode !== undefined) return field.encode;
  const known = made.get(field);
  if (known !== undefined) return known;
  const schema = schemaByType(field);
  made.set(field, schema);
  return schema;
}

function schemaByType(field: Field): Schema {
  const { minimum, maximum } = field;
  switch (field.type) {
    case 'string':
      return checkedText(field);
    case 'url':
      return checkedUrl(field);
    case 'fen':
      return wholeNumber(minimum, maximum, 'a whole number of fen');
    case 'integer':
      return wholeNumber(minimum, maximum);
    case 'time':
      return chinaTime(field);
    case 'code':
      return oneOf(Object.keys(field.values ?? {}));
    // A list has no text to be sent as, and an object only what its `write` makes of it.
    case 'object':
    case 'list':
      return v.custom<string>(() => false, 'is never sent');
  }
}

/** Half a surrogate pair has no UTF-8 form, the others no place in XML 1.0 (section 2.2) or in a payment message. */
const NOT_TEXT = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{NChar}]/u;

function checkedText({ maxLength, pattern }: Field) {
  return v.pipe(
    v.string(),
    v.minLength(1, 'must not be empty'),
    v.check((value) => !NOT_TEXT.test(value), 'holds a character that cannot be sent'),
    v.check(
      (value) => maxLength === undefined || characterLength(value) <= maxLength,
      `is longer than ${maxLength} characters`,
    ),
    v.check((value) => value === '' || pattern === undefined || pattern[0].test(value), pattern?.[1]),
  );
}

function checkedUrl(field: Field) {
  return v.pipe(
    checkedText(field),
    v.check(
      (value) => value === '' || isHttpUrl(value),
      'must be an absolute http or https URL without a user name',
    ),
  );
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

function chinaTime({ formats = [] }: Field) {
  const [format] = formats as readonly ChinaTimeFormat[];
  const message = `must be a Date, or China Standard Time written ${format}`;
  return v.pipe(
    dateOrText(message),
    v.transform((value) => toWireTime(value, format)),
    v.check((wireTime) => wireTime !== undefined, message),
    v.transform((wireTime) => wireTime ?? ''),
  );
}

/** For a time, whichever way it is given. */
export function dateOrText(message: string) {
  return v.custom<Date | string>((value) => value instanceof Date || typeof value === 'string', message);
}

function toWireTime(value: Date | string, format?: ChinaTimeFormat): string | undefined {
  try {
    if (typeof value !== 'string') return formatChinaTime(value, format);
    parseChinaTime(value, format);
    return value;
  } catch {
    return undefined;
  }
}

function oneOf(values: readonly string[]) {
  const wanted = `one of ${values.join(', ')}`;
  return v.pipe(
    v.custom<string>((value) => typeof value === 'string', `must be text: ${wanted}`),
    v.check((value) => values.includes(value), `must be ${wanted}`),
  );
}
