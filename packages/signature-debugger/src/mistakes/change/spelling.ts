import { HTML_ESCAPINGS, htmlUnescaped, URL_ENCODINGS, urlDecoded } from '../encodings.ts';
import { FINAL } from '../fields/signed.ts';
import { defineFamily } from '../mistake.ts';
import { otherTexts, rareAfter } from './one-field.ts';

/** One field whose text was spelled otherwise. */
export const spelling = /* @__PURE__ */ defineFamily({
  id: 'spelling',
  title: { en: 'Spelling of a value', zh: '单个字段值的写法' },
  mistakes: [
    {
      id: 'spelling.url_encoded',
      cost: 3,
      title: { en: '{field} was signed URL-encoded', zh: '{field} 签名时做了 URL 编码' },
      fix: { en: 'Sign the value itself.', zh: '对原值签名，不要做 URL 编码。' },
      variants: otherTexts(
        (value) => URL_ENCODINGS.map(({ encode }) => encode(value)),
        (value, index) => (/^https?:/.test(value) ? 0 : 1) + (index < 2 ? 0 : 2),
      ),
    },
    {
      id: 'spelling.url_decoded',
      cost: 2,
      title: {
        en: '{field} is URL-encoded in the message but was signed decoded',
        zh: '{field} 在报文里是 URL 编码，签名时却是解码后的值',
      },
      fix: FINAL,
      variants: otherTexts((value) =>
        value.includes('%') ? [urlDecoded(value, false), urlDecoded(value, true)] : [],
      ),
    },
    {
      id: 'spelling.plus_as_space',
      cost: 2,
      title: {
        en: 'In {field} a + became a space on the way',
        zh: '{field} 中的 + 在传输中变成了空格',
      },
      fix: {
        en: 'Percent-encode what is posted as a form (+ as %2B), or read the body as it came.',
        zh: '以表单提交时要做百分号编码（+ 写成 %2B），接收方要读取原始报文。',
      },
      variants: otherTexts((value) => [
        ...(value.includes(' ') ? [value.replaceAll(' ', '+')] : []),
        ...(value.includes('+') ? [value.replaceAll('+', ' ')] : []),
      ]),
    },
    {
      id: 'spelling.html_escaped',
      cost: 4,
      title: { en: '{field} was signed HTML-escaped', zh: '{field} 签名时做了 HTML 转义' },
      fix: { en: 'Sign the value itself.', zh: '对原值签名，不要做 HTML 转义。' },
      variants: otherTexts((value) => HTML_ESCAPINGS.map(({ encode }) => encode(value)), rareAfter(2)),
    },
    {
      id: 'spelling.html_unescaped',
      cost: 2,
      title: {
        en: '{field} is HTML-escaped in the message but was signed as it was before',
        zh: '{field} 在报文里被 HTML 转义了，签名时是转义前的值',
      },
      fix: {
        en: 'Check the message as it came, before any filter (htmlspecialchars, XSS filters) touches it.',
        zh: '用收到的原始报文验签，不要先经过 htmlspecialchars 或 XSS 过滤。',
      },
      variants: otherTexts((value) => [htmlUnescaped(value), htmlUnescaped(htmlUnescaped(value))]),
    },
    {
      id: 'spelling.case',
      cost: 4,
      title: { en: '{field} was signed in another case', zh: '{field} 签名时大小写不同' },
      fix: FINAL,
      variants: otherTexts((value) => [value.toUpperCase(), value.toLowerCase()]),
    },
    {
      id: 'spelling.full_width',
      cost: 5,
      title: {
        en: '{field} was signed with other forms of the same characters (full width, composed)',
        zh: '{field} 签名时字符形式不同（全角半角、组合字符）',
      },
      fix: FINAL,
      variants: otherTexts((value) => [
        value.normalize('NFKC'),
        value.normalize('NFC'),
        value.normalize('NFD'),
      ]),
    },
    {
      id: 'spelling.cut',
      cost: 4,
      title: {
        en: '{field} was cut to the documented length when it was signed',
        zh: '{field} 签名时被截断到文档规定的长度',
      },
      fix: FINAL,
      variants: otherTexts((value, { row }) =>
        [row?.maxLength, row?.documentedLength].map((length) =>
          length !== undefined && value.length > length ? value.slice(0, length) : undefined,
        ),
      ),
    },
  ],
});
