import type { Spacing } from '../../search/plan.ts';
import { defineFamily, usually, type Variant } from '../mistake.ts';

const fix = {
  en: 'Sign the JSON without any white space between its parts: {"A":"1","B":"2"}.',
  zh: '参与签名的 JSON 各部分之间不能有空白：{"A":"1","B":"2"}。',
};

export const spacing = /* @__PURE__ */ defineFamily({
  id: 'spacing',
  title: { en: 'White space in the JSON', zh: 'JSON 中的空白' },
  mistakes: [
    {
      id: 'spacing.after_separators',
      cost: 2,
      title: { en: 'There are spaces after commas or colons', zh: '逗号或冒号后面有空格' },
      fix,
      variants: () => usually(1, [inLine(', ', ': '), inLine(',', ': '), inLine(', ', ':')]),
    },
    {
      id: 'spacing.pretty',
      cost: 3,
      title: { en: 'The JSON is pretty-printed', zh: '对带缩进换行的 JSON 做了签名' },
      fix,
      variants: () =>
        usually(3, [
          pretty('    ', '\n', ': '),
          pretty('  ', '\n', ': '),
          // Jackson.
          pretty('  ', '\n', ' : '),
          // fastjson.
          pretty('\t', '\n', ':'),
          pretty('\t', '\n', ': '),
          pretty('    ', '\r\n', ': '),
          pretty('  ', '\r\n', ': '),
          pretty('  ', '\r\n', ' : '),
        ]),
    },
  ],
});

function inLine(comma: string, colon: string): Variant {
  const inLineSpacing: Spacing = { id: comma + colon, comma, colon };
  return { set: { spacing: inLineSpacing } };
}

function pretty(by: string, newline: string, colon: string): Variant {
  const prettySpacing: Spacing = {
    id: JSON.stringify([by, newline, colon]),
    comma: ',',
    colon,
    indent: { by, newline },
  };
  return { set: { spacing: prettySpacing } };
}
