import { always, defineFamily } from '../mistake.ts';

export const unicode = /* @__PURE__ */ defineFamily({
  id: 'unicode',
  title: { en: 'Chinese and other non-ASCII characters', zh: '中文及其他非 ASCII 字符' },
  mistakes: [
    {
      id: 'unicode.escaped',
      cost: 1,
      title: { en: 'Chinese is written as \\uXXXX', zh: '中文被写成了 \\uXXXX' },
      fix: {
        en: 'Sign the characters themselves: JSON_UNESCAPED_UNICODE in PHP, ensure_ascii=False in Python.',
        zh: '中文不转码：PHP 用 JSON_UNESCAPED_UNICODE，Python 用 ensure_ascii=False。',
      },
      variants: () => [{ set: { unicode: 'lower' } }, { set: { unicode: 'upper' }, extra: 2 }],
    },
    {
      id: 'unicode.line_separator_raw',
      cost: 4,
      title: { en: 'U+2028 or U+2029 is not escaped', zh: '行分隔符 U+2028、U+2029 没有转义' },
      fix: {
        en: 'Write these two as \\u2028 and \\u2029, as PHP does, or better take them out of the value.',
        zh: '这两个字符要像 PHP 那样写成 \\u2028、\\u2029，最好从值中去掉。',
      },
      variants: always({ unicode: 'all-raw' }),
    },
  ],
});
