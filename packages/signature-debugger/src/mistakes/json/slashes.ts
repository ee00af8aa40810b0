import { always, defineFamily } from '../mistake.ts';

const fix = {
  en: 'In the text that is signed every / is written \\/, once, as PHP’s json_encode does; JSON.stringify and most other libraries do not. What is sent need not be escaped.',
  zh: '参与签名的 JSON 里每个 / 都写成 \\/（只转义一次），PHP 的 json_encode 默认如此，JSON.stringify 等多数库不会；发送的报文不必转义。',
};

export const slashes = /* @__PURE__ */ defineFamily({
  id: 'slashes',
  title: { en: 'Slashes', zh: '斜杠' },
  mistakes: [
    {
      id: 'slashes.not_escaped',
      cost: 1,
      title: { en: 'Slashes are not escaped', zh: '斜杠没有转义' },
      fix,
      variants: always({ slash: 'raw' }),
    },
    {
      id: 'slashes.escaped_twice',
      cost: 3,
      title: { en: 'Slashes are escaped twice', zh: '斜杠被转义了两次' },
      fix,
      variants: () => [{ set: { slash: 'twice' } }, { set: { slash: 'thrice' } }],
    },
    {
      id: 'slashes.backslash_replaced',
      cost: 2,
      title: {
        en: 'Backslashes are replaced by slashes, so that each / becomes //',
        zh: '把反斜杠替换成了斜杠，/ 变成了 //',
      },
      fix: {
        en: 'The FAQ’s “replace \\” means the escape itself: leave the \\/ that json_encode writes as it is.',
        zh: '常见问题里“\\ 替换成 /”指的就是转义本身：保留 json_encode 写出的 \\/，不要再替换。',
      },
      variants: always({ frame: (text) => text.replaceAll('\\', '/') }),
    },
    {
      id: 'slashes.stripslashes',
      cost: 3,
      title: {
        en: 'All backslashes are removed from the JSON (stripslashes)',
        zh: 'JSON 里的反斜杠全部被去掉了（stripslashes）',
      },
      fix: {
        en: 'Sign what json_encode writes, with its backslashes: they are part of the text.',
        zh: '直接对 json_encode 的结果签名，其中的反斜杠是原文的一部分，不要用 stripslashes 去掉。',
      },
      variants: always({ frame: (text) => text.replace(/\\(.?)/gs, '$1') }),
    },
  ],
});
