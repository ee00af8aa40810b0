import type { Edit, Writer } from '../../search/plan.ts';
import { flatWriter, queryWriter } from '../../search/query-writer.ts';
import { isEmpty, isNull, type Value } from '../../search/value.ts';
import { type Encoding, URL_ENCODINGS } from '../encodings.ts';
import { always, defineFamily, usually } from '../mistake.ts';
import { javaWriter, pythonWriter } from './foreign-writers.ts';

const fix = {
  en: 'Sign the sorted body as JSON, {"A":"1","B":"2"}, with &key= and the key appended.',
  zh: '对排序后的 Body 的 JSON 文本 {"A":"1","B":"2"} 签名，后面接 &key= 和密钥。',
};

const withoutEmpty: Edit = (members) => members.filter(({ value }) => !isEmpty(value) && !isNull(value));

/** Notations other than JSON in which a body may have been signed. */
export const notations = /* @__PURE__ */ defineFamily({
  id: 'notations',
  title: { en: 'Not signed as JSON', zh: '不是按 JSON 签名' },
  mistakes: [
    {
      id: 'notations.query',
      cost: 2,
      title: {
        en: 'The body is signed as name=value&name=value instead of as JSON',
        zh: '把 Body 拼成 name=value&name=value 签名，而不是按 JSON',
      },
      fix,
      variants: () =>
        usually(2, [
          { set: { writer: queryWriter, slash: 'raw' } },
          { set: { writer: queryWriter, slash: 'raw', fields: withoutEmpty } },
          { set: { writer: queryWriter } },
        ]),
    },
    {
      id: 'notations.form',
      cost: 4,
      title: {
        en: 'The body is signed as a form, name=value&name=value with the values URL-encoded',
        zh: '把 Body 按表单（http_build_query，值做 URL 编码）签名，而不是按 JSON',
      },
      fix,
      variants: () =>
        usually(
          2,
          URL_ENCODINGS.map((encoding) => ({ set: { writer: formWriter(encoding) } })),
        ),
    },
    {
      id: 'notations.values_only',
      cost: 4,
      title: { en: 'Only the values are signed, one after the other', zh: '只把各字段的值拼接起来签名' },
      fix,
      variants: () =>
        ['', '&', '|', ','].map((separator, index) => ({
          extra: Number(index > 1),
          set: {
            writer: flatWriter({ id: `values ${separator}`, assign: '', separator, withoutNames: true }),
            slash: 'raw' as const,
          },
        })),
    },
    {
      id: 'notations.names_and_values',
      cost: 5,
      title: { en: 'Names and values are signed without JSON’s marks', zh: '字段名和值直接相连签名' },
      fix,
      variants: () =>
        [
          { id: 'names values', assign: '', separator: '' },
          { id: 'names=values', assign: '=', separator: '' },
          { id: 'names=values,', assign: '=', separator: ',' },
          { id: 'names=values|', assign: '=', separator: '|' },
        ].map((form) => ({ set: { writer: flatWriter(form), slash: 'raw' as const } })),
    },
    {
      id: 'notations.python_repr',
      cost: 2,
      title: {
        en: 'Python’s str(dict) is signed, with single quotes, instead of JSON',
        zh: '签名的是 Python 的 str(dict)（单引号），不是 JSON',
      },
      fix,
      variants: always({ writer: pythonWriter }),
    },
    {
      id: 'notations.java_map',
      cost: 2,
      title: {
        en: 'Java’s Map.toString() is signed, {A=1, B=2}, instead of JSON',
        zh: '签名的是 Java 的 Map.toString()，即 {A=1, B=2}，不是 JSON',
      },
      fix,
      variants: always({ writer: javaWriter }),
    },
  ],
});

/** As PHP’s http_build_query does: what is inside goes under `NAME[0][inner]`. */
function formWriter({ id, encode }: Encoding): Writer {
  const pairs = (name: string, value: Value): string[] => {
    switch (value.kind) {
      case 'string':
        return [`${encode(name)}=${encode(value.value)}`];
      case 'scalar':
        return value.lexeme === 'null' ? [] : [`${encode(name)}=${encode(value.lexeme)}`];
      case 'array':
        return value.items.flatMap((item, at) => pairs(`${name}[${at}]`, item));
      case 'object':
        return value.members.flatMap((member) => pairs(`${name}[${member.name}]`, member.value));
    }
  };
  return {
    id: `form ${id}`,
    member: ({ name, value }) => pairs(name, value).join('&'),
    join: (members) => members.filter((member) => member !== '').join('&'),
  };
}
