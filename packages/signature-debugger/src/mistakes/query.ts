import { jsonWriter } from '../search/json-writer.ts';
import { COMPACT } from '../search/plan.ts';
import { flatWriter } from '../search/query-writer.ts';
import { defineFamily, usually, type Variant } from './mistake.ts';

const fix = {
  en: 'Join the sorted fields as name=value with &, the values as they are: appid=…&body=…',
  zh: '排序后的字段按 name=value 用 & 连接，值保持原样：appid=…&body=…',
};

/** WeChat Pay: how the fields are joined. */
export const query = /* @__PURE__ */ defineFamily({
  id: 'query',
  title: { en: 'How the fields are joined', zh: '字段的拼接方式' },
  mistakes: [
    {
      id: 'query.json',
      cost: 2,
      title: {
        en: 'The fields were signed as JSON instead of name=value&name=value',
        zh: '字段按 JSON 签名，而不是拼成 name=value&name=value',
      },
      fix,
      variants: () => [
        json({ slash: 'raw', unicode: 'all-raw' }),
        json({ slash: 'escaped', unicode: 'raw' }),
        json({ slash: 'escaped', unicode: 'lower' }),
        json({ slash: 'raw', unicode: 'lower', spacing: { id: 'python', comma: ', ', colon: ': ' } }),
      ],
    },
    {
      id: 'query.quoted',
      cost: 2,
      title: { en: 'The values were signed in quotes', zh: '签名时字段值带了引号' },
      fix,
      variants: () =>
        ['"', "'"].map((quote) => written({ id: `query ${quote}`, assign: '=', separator: '&', quote })),
    },
    {
      id: 'query.separators',
      cost: 2,
      title: {
        en: 'The fields were joined otherwise: {detail}',
        zh: '字段之间的连接符不对：{detail}',
      },
      fix,
      variants: () =>
        usually(
          3,
          SEPARATORS.map(([assign, separator]) => ({
            ...written({ id: `query ${assign} ${separator}`, assign, separator }),
            detail: shown(assign, separator),
          })),
        ),
    },
    {
      id: 'query.edges',
      cost: 2,
      title: {
        en: 'A sign too many stands before the first or after the last field: {detail}',
        zh: '第一个字段前或最后一个字段后多了符号：{detail}',
      },
      fix,
      variants: () => [edge('?', ''), edge('&', ''), edge('', '&'), edge('{', '}')],
    },
    {
      id: 'query.values_only',
      cost: 3,
      title: { en: 'Only the values were signed', zh: '只把字段值拼接起来签名' },
      fix,
      variants: () =>
        ['', '&', '|'].map((separator) =>
          written({ id: `values ${separator}`, assign: '', separator, withoutNames: true }),
        ),
    },
    {
      id: 'query.names_lower_case',
      cost: 3,
      title: { en: 'The names were signed in another case', zh: '签名时字段名大小写不同' },
      fix,
      variants: () => [
        { set: { values: ({ name, value }) => ({ name: name.toUpperCase(), value }) } },
        { set: { values: ({ name, value }) => ({ name: name.toLowerCase(), value }) } },
        { set: { values: ({ name, value }) => ({ name: camelCase(name), value }) } },
      ],
    },
  ],
});

const SEPARATORS: readonly (readonly [assign: string, separator: string])[] = [
  ['=', ''],
  ['', ''],
  ['=', ','],
  ['=', '&amp;'],
  ['', '&'],
  ['=', ';'],
  ['=', '|'],
  ['=', ' & '],
  ['=', '\n'],
  [':', '&'],
  [' = ', '&'],
  ['=', ', '],
];

function shown(assign: string, separator: string): { en: string; zh: string } {
  const sample = `a${assign}1${separator.replaceAll('\n', '\\n')}b${assign}2`;
  return { en: sample, zh: sample };
}

function json(style: Partial<Parameters<typeof jsonWriter.member>[1]>): Variant {
  return { set: { writer: jsonWriter, spacing: COMPACT, ...style } };
}

function written(form: Parameters<typeof flatWriter>[0]): Variant {
  return { set: { writer: flatWriter(form) } };
}

function edge(open: string, close: string): Variant {
  const sample = `${open}a=1&b=2${close}`;
  return {
    ...written({ id: `query ${open}${close}`, assign: '=', separator: '&', open, close }),
    detail: { en: sample, zh: sample },
  };
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}
