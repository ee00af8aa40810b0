import { HTML_ESCAPINGS, URL_ENCODINGS } from './encodings.ts';
import { defineFamily, usually } from './mistake.ts';

const as = (frame: (text: string) => string) => ({ set: { frame } });

/** What was done to the whole text before the key came to it. */
export const frame = /* @__PURE__ */ defineFamily({
  id: 'frame',
  title: { en: 'The text as a whole', zh: '签名原文整体' },
  mistakes: [
    {
      id: 'frame.line_end',
      cost: 2,
      title: {
        en: 'There is a line end or a space around the signed text',
        zh: '签名原文首尾多了换行或空格',
      },
      fix: {
        en: 'Nothing stands before the text or between it and &key=: print without a line end (printf, echo -n), trim what is read from a file.',
        zh: '原文之前、原文与 &key= 之间都不能有任何字符：输出时不换行（printf、echo -n），从文件读取后先去掉首尾空白。',
      },
      variants: () =>
        usually(2, [
          as((text) => `${text}\n`),
          as((text) => `${text}\r\n`),
          as((text) => `${text} `),
          as((text) => ` ${text}`),
          as((text) => `\n${text}`),
          as((text) => `${text}\r`),
        ]),
    },
    {
      id: 'frame.byte_order_mark',
      cost: 2,
      title: {
        en: 'A byte-order mark stands before the signed text',
        zh: '签名原文前面有 BOM（字节序标记）',
      },
      fix: {
        en: 'Write UTF-8 without a byte-order mark: new UTF8Encoding(false) in .NET, “UTF-8”, not “UTF-8 with BOM”, in an editor.',
        zh: '用不带 BOM 的 UTF-8：.NET 用 new UTF8Encoding(false)，编辑器里选“UTF-8”而不是“UTF-8 BOM”。',
      },
      variants: () => [as((text) => `\ufeff${text}`)],
    },
    {
      id: 'frame.url_encoded',
      cost: 3,
      title: {
        en: 'The whole text was URL-encoded before it was signed',
        zh: '签名前对整个原文做了 URL 编码',
      },
      fix: {
        en: 'Sign the text itself; encode only what is sent as a form.',
        zh: '对原文本身签名；只有以表单发送时才编码。',
      },
      variants: () =>
        usually(
          3,
          URL_ENCODINGS.map(({ encode }) => as(encode)),
        ),
    },
    {
      id: 'frame.html_escaped',
      cost: 3,
      title: {
        en: 'The whole text was HTML-escaped before it was signed (&quot;)',
        zh: '签名前对整个原文做了 HTML 转义（&quot;）',
      },
      fix: {
        en: 'Sign first; escape only what is put into the page of a form.',
        zh: '先签名；只有写进表单页面时才转义。',
      },
      variants: () =>
        usually(
          2,
          HTML_ESCAPINGS.map(({ encode }) => as(encode)),
        ),
    },
    {
      id: 'frame.json_string',
      cost: 3,
      title: {
        en: 'The text was written as JSON once more, in quotes',
        zh: '对已经是 JSON 的原文又做了一次 JSON 编码',
      },
      fix: { en: 'Call json_encode once only.', zh: '只调用一次 json_encode。' },
      variants: () =>
        usually(2, [
          as((text) => JSON.stringify(text)),
          as((text) => JSON.stringify(text).replaceAll('/', '\\/')),
          as((text) => JSON.stringify(text).slice(1, -1)),
          as((text) =>
            JSON.stringify(text)
              .replaceAll('/', '\\/')
              .replace(/[^\0-\u007f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
          ),
        ]),
    },
    {
      id: 'frame.base64',
      cost: 4,
      title: { en: 'The text was signed as base64', zh: '签名前把原文转成了 base64' },
      fix: { en: 'Sign the text itself.', zh: '对原文本身签名。' },
      variants: () => [
        as((text) =>
          btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')),
        ),
      ],
    },
    {
      id: 'frame.white_space_removed',
      cost: 3,
      title: {
        en: 'All white space was removed from the text, that of the values too',
        zh: '签名前去掉了原文里的全部空白，字段值里的空格也没了',
      },
      fix: {
        en: 'Write the JSON without white space instead of removing it afterwards.',
        zh: '直接生成不带空白的 JSON，而不是事后删除空白。',
      },
      variants: () => [as((text) => text.replace(/\s+/g, '')), as((text) => text.replaceAll(' ', ''))],
    },
    {
      id: 'frame.stripped',
      cost: 4,
      title: {
        en: 'Braces or quotes were taken off the text',
        zh: '签名前去掉了原文的大括号或引号',
      },
      fix: { en: 'Sign the JSON as it is.', zh: '按完整的 JSON 原文签名。' },
      variants: ({ platform }) =>
        platform === 'mmsp'
          ? [
              as((text) => text.slice(1, -1)),
              as((text) => text.replaceAll('"', '')),
              as((text) => text.replace(/[{}"]/g, '')),
            ]
          : [as((text) => text.replaceAll('"', '')), as((text) => text.replaceAll('\\', ''))],
    },
    {
      id: 'frame.case',
      cost: 3,
      title: {
        en: 'The text was turned to {detail} before it was signed',
        zh: '签名前把原文转成了{detail}',
      },
      fix: {
        en: 'Only the signature is written in upper case, never the text.',
        zh: '只有签名结果转成大写，原文不转换。',
      },
      variants: () => [
        { ...as((text) => text.toUpperCase()), detail: UPPER },
        { ...as((text) => text.toLowerCase()), detail: LOWER },
        {
          set: { append: (text: string, key: string) => `${text}&key=${key}`.toUpperCase() },
          detail: UPPER,
        },
        {
          set: { append: (text: string, key: string) => `${text}&key=${key}`.toLowerCase() },
          detail: LOWER,
        },
      ],
    },
    {
      id: 'frame.nothing',
      cost: 4,
      title: {
        en: 'Not the message was signed, but {detail}',
        zh: '签名的不是报文内容，而是 {detail}',
      },
      fix: {
        en: 'Look at the text right before it is signed: json_encode gives false where a text is not UTF-8, and what is not serialised prints as its type.',
        zh: '检查签名前一刻的原文：文本不是 UTF-8 时 json_encode 返回 false，未序列化的对象会打印成类型名。',
      },
      variants: () =>
        ['', 'null', 'false', '[object Object]', 'Array', '{}', '[]', '""', 'undefined', 'None'].map(
          (printed, index) => ({
            ...as(() => printed),
            extra: index < 4 ? 0 : 1,
            detail: printed === '' ? { en: 'an empty text', zh: '空字符串' } : { en: printed, zh: printed },
          }),
        ),
    },
    {
      id: 'frame.as_sent',
      cost: 6,
      title: {
        en: 'The text was signed as it is sent, character by character',
        zh: '直接对发送的原文逐字签名',
      },
      fix: {
        en: 'Make the text to sign from the fields: sorted, without white space, / as \\/.',
        zh: '签名原文要由字段重新生成：排序、无空白、/ 写成 \\/。',
      },
      variants: ({ signedPart, wholeText, signature, platform }) =>
        [
          ...new Set([
            signedPart,
            ...(platform === 'mmsp' ? [signedPart.trim()] : []),
            wholeText,
            wholeText.trim(),
            // The message before the signature came into it.
            signature === '' ? wholeText : wholeText.replace(signature, ''),
            wholeText.replace(/<sign>.*?<\/sign>\s*/s, ''),
            wholeText.replace(/,\s*"Sign"\s*:\s*"[^"]*"/, ''),
          ]),
        ].map((sent) => as(() => sent)),
    },
  ],
});

const UPPER = { en: 'upper case', zh: '大写' };
const LOWER = { en: 'lower case', zh: '小写' };
