import {
  type CodecLimits,
  canonicalizeJson,
  canonicalizeQuery,
  decodeBase64,
  decodeFlatXml,
  decodeUtf8,
  parseJson,
  parseJsonTree,
  readJsonMembers,
} from '@yinjian/protocol-codec';

/** A reader or a canonicaliser. */
export interface GrowthFunction {
  readonly name: string;
  readonly cases: readonly GrowthCase[];
}

/** An input of any size. */
export interface GrowthCase {
  readonly shape: string;
  /** Whether it is refused, as hostile shapes are, after it was looked at. */
  readonly refused?: true;
  /** One run over an input of about so many bytes; one unit of text counts as one. */
  readonly prepare: (size: number) => () => unknown;
}

/** Wide enough that what grows is the work; the default limits would end most of these long before 1 MB. */
const WIDE: CodecLimits = {
  maxLength: 2 ** 22,
  maxFields: 2 ** 20,
  maxNumberDigits: 2 ** 21,
  maxDepth: 256,
};

const fill = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

/** As many pieces as come to the size. */
function pieces(size: number, make: (index: number) => string): string[] {
  const made: string[] = [];
  for (let length = 0; length < size; length += (made.at(-1) ?? '').length + 1) made.push(make(made.length));
  return made;
}

const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;

/** The shapes of JSON, as texts. */
const JSON_SHAPES: readonly { shape: string; refused?: true; text: (size: number) => string }[] = [
  {
    shape: 'many fields',
    text: (size) => `{${pieces(size, (i) => `"F${i}":"6222020000000000"`).join(',')}}`,
  },
  { shape: 'one long string', text: (size) => `{"A":"${fill('0123456789', size)}"}` },
  { shape: 'one long string, Chinese', text: (size) => `{"A":"${fill('代付成功', size)}"}` },
  {
    shape: 'long escapes',
    text: (size) => `{"A":"${'\\u4ee3\\n\\/'.repeat(Math.ceil(size / 10))}"}`,
  },
  { shape: 'deep nesting', text: (size) => `{"A":[${pieces(size, () => nested(250)).join(',')}]}` },
  { shape: 'many short values', text: (size) => `{"A":[${pieces(size, () => '1').join(',')}]}` },
  { shape: 'one long number', text: (size) => `{"A":${fill('1234567890', size)}}` },
  { shape: 'unclosed string', refused: true, text: (size) => `{"A":"${fill('0123456789', size)}` },
  { shape: 'unclosed nesting', refused: true, text: (size) => `{"A":${fill('[', size)}` },
];

const ofText = (read: (text: string, limits: CodecLimits) => unknown): readonly GrowthCase[] =>
  JSON_SHAPES.map(({ shape, refused, text }) => ({
    shape,
    ...(refused === undefined ? {} : { refused }),
    prepare: (size) => {
      const input = text(size);
      return () => read(input, WIDE);
    },
  }));

const ofXml = (shape: string, content: (size: number) => string, refused?: true): GrowthCase => ({
  shape,
  ...(refused === undefined ? {} : { refused }),
  prepare: (size) => {
    const input = `<xml>${content(size)}${refused === undefined ? '</xml>' : ''}`;
    return () => decodeFlatXml(input, WIDE);
  },
});

const ofQuery = (shape: string, fields: (size: number) => ReadonlyMap<string, string>): GrowthCase => ({
  shape,
  prepare: (size) => {
    const input = fields(size);
    return () => canonicalizeQuery(input, WIDE);
  },
});

const ofBase64 = (shape: string, text: (size: number) => string): GrowthCase => ({
  shape,
  prepare: (size) => {
    const input = text(size);
    return () => decodeBase64(input, WIDE);
  },
});

const ofUtf8 = (shape: string, text: (size: number) => string): GrowthCase => ({
  shape,
  prepare: (size) => {
    const input = new TextEncoder().encode(text(size));
    return () => decodeUtf8(input, WIDE);
  },
});

export const GROWTH: readonly GrowthFunction[] = [
  {
    name: 'decodeFlatXml',
    cases: [
      ofXml('many fields', (size) =>
        pieces(size, (i) => `<f${i}><![CDATA[6222020000000000]]></f${i}>`).join('\n'),
      ),
      ofXml('one long CDATA', (size) => `<a><![CDATA[${fill('0123456789', size)}]]></a>`),
      ofXml('one long text, Chinese', (size) => `<a>${fill('代付成功', size)}</a>`),
      ofXml('long escapes', (size) => `<a>${'&#x4ee3;&amp;'.repeat(Math.ceil(size / 13))}</a>`),
      ofXml('many CDATA in a field', (size) => `<a>${'<![CDATA[1]]>'.repeat(Math.ceil(size / 13))}</a>`),
      ofXml('brackets in CDATA', (size) => `<a><![CDATA[${fill(']', size)}]]></a>`),
      ofXml('one long name', (size) => `<${fill('a', size)}/>`),
      ofXml('white space', (size) => fill(' \n', size)),
      ofXml('unclosed CDATA', (size) => `<a><![CDATA[${fill('0123456789', size)}`, true),
      ofXml('unclosed CDATA, brackets', (size) => `<a><![CDATA[${fill(']', size)}`, true),
      ofXml('unclosed nesting', (size) => fill('<a>', size), true),
    ],
  },
  { name: 'canonicalizeJson, from a text', cases: ofText(canonicalizeJson) },
  {
    name: 'canonicalizeJson, from an object',
    cases: JSON_SHAPES.filter(({ shape, refused }) => !refused && shape !== 'one long number').map(
      ({ shape, text }) => ({
        shape,
        prepare: (size) => {
          const input = JSON.parse(text(size)) as Record<string, string>;
          return () => canonicalizeJson(input, WIDE);
        },
      }),
    ),
  },
  { name: 'parseJson', cases: ofText(parseJson) },
  { name: 'readJsonMembers', cases: ofText(readJsonMembers) },
  { name: 'parseJsonTree', cases: ofText(parseJsonTree) },
  {
    name: 'canonicalizeQuery',
    cases: [
      ofQuery(
        'many fields',
        (size) => new Map(pieces(size, (i) => `f${i}=6222020000000000`).map((pair) => halves(pair))),
      ),
      ofQuery('many fields, sorted backwards', (size) => {
        const pairs = pieces(size, (i) => `f${i}=6222020000000000`).map((pair) => halves(pair));
        return new Map(pairs.toSorted(([a], [b]) => (a < b ? 1 : -1)));
      }),
      ofQuery('one long value', (size) => new Map([['a', fill('0123456789', size)]])),
      ofQuery('one long value, emoji', (size) => new Map([['a', '😀'.repeat(Math.ceil(size / 2))]])),
      ofQuery('one long name', (size) => new Map([[fill('a', size), '1']])),
    ],
  },
  {
    name: 'decodeBase64',
    cases: [
      ofBase64('one line', (size) => fill('QUJD', size - (size % 4))),
      ofBase64('lines of 64', (size) => `${fill('QUJD', 64)}\n`.repeat(Math.ceil(size / 65))),
      ofBase64('white space', (size) => `QUJD${fill(' ', size)}`),
    ],
  },
  {
    name: 'decodeUtf8',
    cases: [
      ofUtf8('ASCII', (size) => fill('0123456789', size)),
      ofUtf8('Chinese', (size) => fill('代付成功', Math.ceil(size / 3))),
      ofUtf8('emoji', (size) => '😀'.repeat(Math.ceil(size / 4))),
    ],
  },
];

function halves(pair: string): [name: string, value: string] {
  const [name = '', value = ''] = pair.split('=');
  return [name, value];
}
