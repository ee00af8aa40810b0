import * as fc from 'fast-check';
import { anyCharacter, anyText } from './arbitrary-text.ts';

const shortEscapes = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['/', '\\/'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

type Spelling = 'raw' | 'short' | 'lower' | 'upper';

/** One of the legal ways to write a character inside a JSON string. */
function spell(character: string, spelling: Spelling): string {
  const must = character < ' ' || character === '"' || character === '\\';
  if (spelling === 'raw' && !must) {
    return character;
  }
  const short = shortEscapes.get(character);
  if (short !== undefined && (spelling === 'short' || spelling === 'raw')) {
    return short;
  }
  let escaped = '';
  for (let index = 0; index < character.length; index += 1) {
    const hex = character.charCodeAt(index).toString(16).padStart(4, '0');
    escaped += `\\u${spelling === 'upper' ? hex.toUpperCase() : hex}`;
  }
  return escaped;
}

interface Literal {
  readonly value: string;
  readonly text: string;
}

const anySpelling = fc.constantFrom<Spelling>('raw', 'raw', 'raw', 'short', 'lower', 'upper');
const spelledCharacter = fc.tuple(anyCharacter, anySpelling);

function literal(characters: readonly (readonly [character: string, spelling: Spelling])[]): Literal {
  return {
    value: characters.map(([character]) => character).join(''),
    text: `"${characters
      .map(([character, spelling]) =>
        Array.from(character)
          .map((one) => spell(one, spelling))
          .join(''),
      )
      .join('')}"`,
  };
}

const stringLiteral: fc.Arbitrary<Literal> = fc
  .array(spelledCharacter, { maxLength: 16, size: 'max' })
  .map(literal);

const fieldNames = [
  'AMT',
  'BIZ_CONTENT',
  'LIST_ID',
  'MERORDERID',
  'NOTIFY_URL',
  'PUSH_COUNT',
  'STATUS',
  'Amt',
];
const oddNames = [
  '',
  '0',
  '1',
  '10',
  '9',
  '-1',
  '007',
  '__proto__',
  'constructor',
  'toString',
  '\0',
  '\0*\0a',
];

const nameLiteral: fc.Arbitrary<Literal> = fc.oneof(
  stringLiteral,
  fc.constantFrom(...fieldNames, ...oddNames).map((value) => ({ value, text: JSON.stringify(value) })),
);

const digit = fc.constantFrom(...Array.from('0123456789'));
/** Up to 64 characters, sign included. */
const longInteger = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.constantFrom(...Array.from('123456789')),
    fc.string({ unit: digit, minLength: 1, maxLength: 63, size: 'max' }),
  )
  .map((parts) => parts.join('').slice(0, 64));

/** Numbers as they may stand on a wire, which is seldom as a program would print them. */
const numberLexeme: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: longInteger },
  { weight: 2, arbitrary: fc.integer({ min: -99, max: 99 }).map(String) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '-0',
      '0.0',
      '0.000',
      '1.0',
      '1.10',
      '-0.0',
      '1E5',
      '1e+05',
      '1e-7',
      '1E400',
      '0e0',
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '-'),
        fc.integer({ min: 0, max: 1e9 }).map(String),
        fc.oneof(fc.constant(''), fc.string({ unit: digit, minLength: 1, maxLength: 9 })),
        fc.constantFrom('', 'e', 'E', 'e+', 'E-'),
        fc.string({ unit: digit, minLength: 1, maxLength: 3 }),
      )
      .map(
        ([sign, integer, fraction, e, exponent]) =>
          `${sign}${integer}${fraction === '' ? '' : `.${fraction}`}${e === '' ? '' : e + exponent}`,
      ),
  },
);

const space = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r'), maxLength: 3 }) },
);
const spaced = (token: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(space, token, space).map((parts) => parts.join(''));

/** Wide enough to be sorted by another method than narrow objects, if there is one. */
const WIDE = { minLength: 30, maxLength: 70, size: 'max' } as const;

function objectOf(value: fc.Arbitrary<string>, width: { maxLength: number }): fc.Arbitrary<string> {
  return fc
    .uniqueArray(fc.tuple(space, nameLiteral, space, value), {
      ...width,
      selector: ([, name]) => name.value,
    })
    .map(
      (members) =>
        `{${members.map(([before, name, after, item]) => `${before}${name.text}${after}:${item}`).join(',')}}`,
    );
}

const { body } = fc.letrec<{ value: string; array: string; object: string; body: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 5, arbitrary: spaced(stringLiteral.map(({ text }) => text)) },
    { weight: 3, arbitrary: spaced(numberLexeme) },
    {
      weight: 2,
      arbitrary: spaced(fc.constantFrom('null', 'true', 'false', '""', '[]', '{}', '[ ]', '{\n}')),
    },
    { weight: 2, arbitrary: spaced(tie('array')) },
    { weight: 2, arbitrary: spaced(tie('object')) },
  ),
  array: fc.array(tie('value'), { maxLength: 5 }).map((items) => `[${items.join(',')}]`),
  object: objectOf(tie('value'), { maxLength: 9 }),
  body: fc.oneof(
    { weight: 9, arbitrary: tie('object') },
    { weight: 1, arbitrary: objectOf(tie('value'), WIDE) },
  ),
}));

/** The text of a JSON object, each character, number and gap spelled in any way that RFC 8259 allows. */
export const anyJsonBodyText: fc.Arbitrary<string> = spaced(body);

/** A body that holds, in a nested object, narrow or wide, one name twice, spelled in two ways. */
export const bodyWithRepeatedName: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(spelledCharacter, { maxLength: 8 }),
    fc.array(anySpelling, { minLength: 8, maxLength: 8 }),
    fc.oneof(fc.constant(0), fc.nat({ max: WIDE.maxLength })),
  )
  .map(([characters, spellings, others]) => {
    const first = literal(characters);
    const second = literal(
      characters.map(([character], index) => [character, spellings[index] ?? 'raw'] as const),
    );
    const between = Array.from({ length: others }, (_, index) => `"between ${index}":null,`).join('');
    return `{"a":[{${first.text}:1,${between}${second.text}:1}]}`;
  });

/** Texts that are nearly JSON: one character of a body removed, added or replaced. */
export const nearlyJsonText: fc.Arbitrary<string> = fc
  .tuple(
    anyJsonBodyText,
    fc.nat(),
    fc.nat({ max: 1 }),
    fc.oneof(
      fc.constantFrom('', ...Array.from('"\\/{}[]:,.-+eE0129untf'), '\\ud800', '\\udc00', '\\u12'),
      anyCharacter,
    ),
  )
  .map(([text, position, removed, added]) => {
    const characters = Array.from(text);
    characters.splice(position % (characters.length + 1), removed, added);
    return characters.join('');
  });

/** What a program puts into a request body; a number is a safe integer, a longer one a bigint. */
export type JsonValue = string | number | bigint | boolean | null | JsonValue[] | JsonBody;
export interface JsonBody {
  [name: string]: JsonValue;
}

/**
 * Request bodies as a program builds them.
 *
 * No name starts with NUL: PHP can neither read such an object property nor print one.
 */
export function jsonBodyOf(integer: fc.Arbitrary<number | bigint>): fc.Arbitrary<JsonBody> {
  const name = fc
    .oneof(anyText, fc.constantFrom(...fieldNames, ...oddNames))
    .filter((text) => !text.startsWith('\0'));
  const objectFrom = (value: fc.Arbitrary<JsonValue>, width: { maxLength: number }) =>
    fc
      .uniqueArray(fc.tuple(name, value), { ...width, selector: ([text]) => text })
      .map((members): JsonBody => Object.fromEntries(members));
  return fc.letrec<{ value: JsonValue; object: JsonBody; body: JsonBody }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { weight: 5, arbitrary: anyText },
      { weight: 3, arbitrary: integer },
      { weight: 1, arbitrary: fc.constantFrom(null, true, false, '', 0) },
      { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 5 }) },
      { weight: 1, arbitrary: tie('object') },
    ),
    object: objectFrom(tie('value'), { maxLength: 9 }),
    body: fc.oneof(
      { weight: 9, arbitrary: tie('object') },
      { weight: 1, arbitrary: objectFrom(tie('value'), WIDE) },
    ),
  })).body;
}

/** The body as JSON text, numbers in full. JSON.stringify does all of it but the bigints. */
export function printJson(value: JsonValue): string {
  if (typeof value === 'bigint') {
    return value.toString();
  }
  if (Array.isArray(value)) {
    return `[${value.map(printJson).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}:${printJson(item)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}
