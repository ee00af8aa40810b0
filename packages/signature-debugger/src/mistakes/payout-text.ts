import { writeJson } from '../search/json-writer.ts';
import { COMPACT, type Spacing, type Style } from '../search/plan.ts';
import { defineFamily, type Variant } from './mistake.ts';
import { sortDeeply } from './sorting.ts';

const PYTHON: Spacing = { id: 'python', comma: ', ', colon: ': ' };
const PRETTY: Spacing = { id: 'pretty', comma: ',', colon: ': ', indent: { by: '    ', newline: '\n' } };
const PLAIN = { slash: 'raw', unicode: 'all-raw', spacing: COMPACT } as const;

/** How one program writes an object in several ways. */
const STYLES: readonly { readonly en: string; readonly zh: string; readonly style: Partial<Style> }[] = [
  { en: 'slashes and Chinese as they are', zh: '斜杠、中文都不转义', style: PLAIN },
  { en: 'slashes escaped', zh: '斜杠转义', style: { ...PLAIN, slash: 'escaped' } },
  {
    en: 'slashes and Chinese escaped',
    zh: '斜杠、中文都转义',
    style: { ...PLAIN, slash: 'escaped', unicode: 'lower' },
  },
  { en: 'Chinese escaped', zh: '中文转义', style: { ...PLAIN, unicode: 'lower' } },
  {
    en: 'as Python writes it',
    zh: 'Python 的默认写法',
    style: { ...PLAIN, unicode: 'lower', spacing: PYTHON },
  },
  { en: 'with spaces', zh: '带空格', style: { ...PLAIN, spacing: PYTHON } },
  { en: 'pretty-printed', zh: '带缩进换行', style: { ...PLAIN, spacing: PRETTY } },
];

/** A payout's JSON that was made twice, once to be signed and once to be encrypted. */
export const payoutText = /* @__PURE__ */ defineFamily({
  id: 'payout_text',
  title: { en: 'JSON that was made twice', zh: '两次生成的 JSON' },
  mistakes: [
    {
      id: 'payout.serialised_again',
      cost: 1,
      title: {
        en: 'The JSON was written again between signing and encrypting: signed {detail}',
        zh: '签名和加密之间又重新生成了 JSON：签名的写法是“{detail}”',
      },
      fix: { en: '', zh: '' },
      variants: ({ base }) =>
        [false, true].flatMap((isSorted) =>
          STYLES.map(({ en, zh, style }): Variant => {
            const tree = { kind: 'object', members: base.scope } as const;
            const written = writeJson(isSorted ? sortDeeply(tree) : tree, { ...base, ...style });
            return {
              set: { writer: { id: `${en} ${isSorted}`, member: () => '', join: () => written } },
              detail: isSorted ? { en: `sorted, ${en}`, zh: `排序，${zh}` } : { en, zh },
            };
          }),
        ),
    },
  ],
});
