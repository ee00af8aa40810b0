import { decodeUtf8 } from '@yinjian/protocol-codec';
import { encodeGbk } from '../../internal/gbk.ts';
import { mapStrings, text, type Value, withValue } from '../../search/value.ts';
import { HTML_ESCAPINGS, htmlUnescaped, URL_ENCODINGS, urlDecoded } from '../encodings.ts';
import { defineFamily, type Mistake } from '../mistake.ts';
import { everyValue } from './every-value.ts';

const plainFix = {
  en: 'Sign the values themselves, without any encoding.',
  zh: '对原值签名，不做任何编码。',
};
const receivedFix = {
  en: 'Check the values as they came, before any filter, framework or form touches them.',
  zh: '用收到的原始值验签，不要先经过过滤器、框架或表单处理。',
};

/** What was done to the texts of all values. */
export const valueTexts = /* @__PURE__ */ defineFamily({
  id: 'value_texts',
  title: { en: 'Encoding of all values', zh: '全部字段值的编码' },
  mistakes: [
    ofTexts(
      'value_texts.url_encoded',
      2,
      plainFix,
      URL_ENCODINGS.map(({ encode }) => encode),
      {
        en: 'The values were signed URL-encoded',
        zh: '签名时对各字段值做了 URL 编码',
      },
    ),
    ofTexts(
      'value_texts.url_decoded',
      3,
      receivedFix,
      [(value) => urlDecoded(value, false) ?? value, (value) => urlDecoded(value, true) ?? value],
      { en: 'The values were URL-decoded before they were signed', zh: '签名前对各字段值做了 URL 解码' },
    ),
    ofTexts(
      'value_texts.html_escaped',
      3,
      plainFix,
      HTML_ESCAPINGS.map(({ encode }) => encode),
      {
        en: 'The values were signed HTML-escaped',
        zh: '签名时对各字段值做了 HTML 转义',
      },
    ),
    ofTexts('value_texts.html_unescaped', 3, receivedFix, [htmlUnescaped], {
      en: 'The values are HTML-escaped in the message but were not when it was signed',
      zh: '报文中各字段值被 HTML 转义了，签名时没有',
    }),
    ofTexts('value_texts.garbled', 1, receivedFix, [fromLatin1, fromGbk], {
      en: 'The values were read in another encoding than UTF-8 after they were signed',
      zh: '签名之后，字段值被按 UTF-8 以外的编码读取，成了乱码',
    }),
    ofTexts('value_texts.trimmed', 2, receivedFix, [(value) => value.trim()], {
      en: 'White space around the values was taken off before they were signed',
      zh: '签名前去掉了各字段值首尾的空白',
    }),
    ofTexts(
      'value_texts.unicode_escaped',
      4,
      plainFix,
      [
        (value) => unicodeEscaped(value),
        (value) => unicodeEscaped(value).replace(/\\u..../g, (unit) => unit.toUpperCase().replace('U', 'u')),
      ],
      { en: 'Chinese in the values was signed as \\uXXXX', zh: '签名时字段值里的中文被写成了 \\uXXXX' },
    ),
    ofTexts(
      'value_texts.backslashes_added',
      4,
      plainFix,
      [
        (value) => value.replace(/["'\\]/g, '\\$&'),
        (value) => value.replace(/["\\]/g, '\\$&'),
        (value) => value.replaceAll('/', '\\/'),
      ],
      {
        en: 'Backslashes were put before quotes or slashes in the values (addslashes)',
        zh: '签名时在字段值的引号或斜杠前加了反斜杠（addslashes）',
      },
    ),
    ofTexts(
      'value_texts.upper_or_lower_case',
      5,
      plainFix,
      [(value) => value.toUpperCase(), (value) => value.toLowerCase()],
      {
        en: 'The values were signed in another case',
        zh: '签名时字段值被转换了大小写',
      },
    ),
    ofTexts('value_texts.non_ascii_removed', 5, plainFix, [(value) => value.replace(/[^\0-\u007f]/g, '')], {
      en: 'Chinese was taken out of the values before they were signed',
      zh: '签名前去掉了字段值里的中文',
    }),
    {
      id: 'value_texts.cdata',
      cost: 2,
      title: {
        en: 'The values were signed with <![CDATA[ ]]> around them',
        zh: '签名时字段值带上了 <![CDATA[ ]]>',
      },
      fix: plainFix,
      variants: ({ platform, written }) => {
        if (platform === 'mmsp') return [];
        const wrap = (value: string) => text(`<![CDATA[${value}]]>`);
        const isMarked = (name: string) => written.get(name)?.includes('<![CDATA[') === true;
        const isNumeric = (value: Value) => value.kind === 'string' && /^\d+$/.test(value.value);
        return [
          () => true,
          (_name: string, value: Value) => !isNumeric(value),
          (name: string) => isMarked(name),
        ].map((test) => ({
          set: {
            values: (member) =>
              member.value.kind === 'string' && test(member.name, member.value)
                ? withValue(member, wrap(member.value.value))
                : member,
          },
        }));
      },
    },
    {
      id: 'value_texts.as_written',
      cost: 3,
      title: {
        en: 'What stands between the tags was signed as it is, &amp; and CDATA marks included',
        zh: '直接用标签之间的原文签名，没有还原 &amp; 等实体和 CDATA',
      },
      fix: {
        en: 'Read the message with an XML parser and sign what the values mean.',
        zh: '用 XML 解析器读取报文，对解析后的值签名。',
      },
      variants: ({ written }) =>
        written.size === 0
          ? []
          : [
              {
                set: {
                  values: (member) => {
                    const content = written.get(member.name);
                    return member.value.kind !== 'string' ||
                      content === undefined ||
                      content === member.value.value
                      ? member
                      : withValue(member, text(content));
                  },
                },
              },
            ],
    },
  ],
});

function ofTexts<const Id extends string>(
  id: Id,
  cost: number,
  fix: Mistake['fix'],
  maps: readonly ((text: string) => string)[],
  title: Mistake['title'],
): Mistake<Id> {
  return {
    id,
    cost,
    title,
    fix,
    variants: everyValue(
      ...maps.flatMap((map) => [
        (value: Value) => (value.kind === 'string' ? mapStrings(value, map) : value),
        (value: Value) => mapStrings(value, map),
      ]),
    ),
  };
}

/** UTF-8 that was read as ISO-8859-1, or as GBK; anything else as it is. */
function fromLatin1(value: string): string {
  if (!/[\u0080-\u00ff]/.test(value) || /[^\0-\u00ff]/.test(value)) return value;
  return fromUtf8(Uint8Array.from(value, (unit) => unit.charCodeAt(0))) ?? value;
}

function fromGbk(value: string): string {
  const bytes = /[^\0-\u007f]/.test(value) ? encodeGbk(value) : undefined;
  return (bytes === undefined ? undefined : fromUtf8(bytes)) ?? value;
}

function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decodeUtf8(bytes);
  } catch {
    return undefined;
  }
}

function unicodeEscaped(value: string): string {
  return value.replace(/[^\0-\u007f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
