import { md5Hex } from '@yinjian/crypto-webcrypto';
import { MD5 } from '../search/digest.ts';
import { defineFamily, type Mistake, usually, type Variant } from './mistake.ts';

const fix = {
  en: 'Append &key= and the key to the text, once, at the end: text&key=KEY.',
  zh: '在原文末尾追加一次 &key= 和密钥：原文&key=密钥。',
};

/** How the key came to the text. */
export const append = /* @__PURE__ */ defineFamily({
  id: 'append',
  title: { en: 'How the key is appended', zh: '密钥的拼接方式' },
  mistakes: [
    {
      id: 'append.no_key',
      cost: 1,
      title: {
        en: 'No key was appended, or the name of a variable instead of its value',
        zh: '没有拼接密钥，或拼接的是变量名而不是它的值',
      },
      fix,
      variants: () => [
        by((text) => text),
        { ...by((text) => `${text}&key=`), extra: 1 },
        ...[
          'null',
          'undefined',
          'None',
          'nil',
          '(null)',
          '$KEY',
          '$key',
          '${key}',
          '{key}',
          'key',
          'KEY',
        ].map(
          (word, index): Variant => ({ ...by((text) => `${text}&key=${word}`), extra: index < 3 ? 2 : 4 }),
        ),
        { ...by((text) => `${text}&`), extra: 3 },
      ],
    },
    {
      id: 'append.no_prefix',
      cost: 1,
      title: { en: 'The key was appended without &key=', zh: '直接拼接了密钥，没有 &key=' },
      fix,
      variants: () => [by((text, key) => text + key)],
    },
    ...spelled('append.prefix_case', 1, 'in another case', '大小写不同', ['&KEY=', '&Key=']),
    ...spelled('append.prefix', 2, 'wrongly', '写错了', [
      'key=',
      '&',
      '&amp;key=',
      ',key=',
      '?key=',
      '&&key=',
      '&key:',
      '& key=',
      ' &key=',
      '&key= ',
      '\n&key=',
      '&md5key=',
      '&MD5KEY=',
      '&MD5Key=',
      '&secret=',
      '&secretKey=',
      '&appkey=',
      '&sign=',
      '&sign_key=',
      '&apikey=',
      '&api_key=',
      '&paternerKey=',
      ';key=',
      '&token=',
      '|',
      '=',
      '+',
      '#',
    ]),
    {
      id: 'append.key_first',
      cost: 2,
      title: { en: 'The key was put before the text', zh: '密钥放在了原文前面' },
      fix,
      variants: () =>
        usually(2, [
          by((text, key) => key + text),
          by((text, key) => `key=${key}&${text}`),
          by((text, key) => `${key}&${text}`),
          by((text, key) => `&key=${key}${text}`),
          by((text, key) => `&key=${key}&${text}`),
          by((text, key) => key + text + key),
          by((text, key) => `${key}${text}&key=${key}`),
        ]),
    },
    {
      id: 'append.twice',
      cost: 2,
      title: { en: 'The key was appended twice', zh: '密钥拼接了两次' },
      fix,
      variants: () =>
        usually(1, [
          by((text, key) => `${text}&key=${key}&key=${key}`),
          by((text, key) => `${text}&key=&key=${key}`),
          by((text, key) => `${text}&key=key=${key}`),
          by((text, key) => `${text}&key=${key}${key}`),
        ]),
    },
    {
      id: 'append.quoted',
      cost: 4,
      title: { en: 'The key was appended in quotes', zh: '拼接的密钥带了引号' },
      fix,
      variants: () => [
        by((text, key) => `${text}&key="${key}"`),
        { ...by((text, key) => `${text}&key='${key}'`), extra: 1 },
      ],
    },
    {
      id: 'append.something_after',
      cost: 2,
      title: { en: 'Something stands after the key', zh: '密钥后面多了字符' },
      fix,
      variants: () =>
        usually(
          1,
          ['\n', '\r\n', '&', ' ', '\t', '\0'].map((end) => by((text, key) => `${text}&key=${key}${end}`)),
        ),
    },
    {
      id: 'append.inside_json',
      cost: 3,
      title: { en: 'The key was put inside the JSON', zh: '密钥被放进了 JSON 里' },
      fix,
      variants: ({ platform }) =>
        platform === 'mmsp'
          ? usually(1, [
              by((text, key) => `${text.slice(0, -1)}&key=${key}}`),
              by((text, key) => `${text.slice(0, -1)},"key":"${key}"}`),
              by((text, key) => JSON.stringify(`${text}&key=${key}`)),
              by((text, key) => JSON.stringify(`${text}&key=${key}`).replaceAll('/', '\\/')),
            ])
          : [],
    },
    {
      id: 'append.to_digest',
      cost: 4,
      title: {
        en: 'The key was appended to the MD5 of the text, not to the text',
        zh: '密钥拼接在原文的 MD5 之后，而不是原文之后',
      },
      fix,
      variants: () =>
        ['', '&key='].flatMap((prefix) =>
          [(hex: string) => hex.toLowerCase(), (hex: string) => hex].map((spell) => ({
            set: {
              append: (text: string, key: string) => spell(md5Hex(text)) + prefix + key,
              digest: MD5,
            },
          })),
        ),
    },
  ],
});

function by(appendKey: (text: string, key: string) => string): Variant {
  return { set: { append: appendKey } };
}

function spelled<const Id extends string>(
  id: Id,
  cost: number,
  en: string,
  zh: string,
  prefixes: readonly string[],
): Mistake<Id>[] {
  return [
    {
      id,
      cost,
      title: {
        en: `&key= was written ${en}: {detail}`,
        zh: `&key= ${zh}：{detail}`,
      },
      fix,
      variants: () =>
        usually(
          3,
          prefixes.map((prefix) => ({
            ...by((text, key) => text + prefix + key),
            detail: { en: visible(prefix), zh: visible(prefix) },
          })),
          3,
        ),
    },
  ];
}

function visible(prefix: string): string {
  return prefix.replaceAll('\n', '\\n').replaceAll(' ', '␠');
}
