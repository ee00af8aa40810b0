import type { Title } from '@yinjian/provider-kit';
import { encodeGbk } from '../internal/gbk.ts';
import type { Charset } from '../search/plan.ts';
import { always, defineFamily, type Mistake, usually } from './mistake.ts';

const fix = {
  en: 'Turn the text into UTF-8 bytes explicitly: getBytes(StandardCharsets.UTF_8) in Java, Encoding.UTF8 in .NET, encode("utf-8") in Python; save source files as UTF-8.',
  zh: '显式用 UTF-8 取字节：Java 用 getBytes(StandardCharsets.UTF_8)，.NET 用 Encoding.UTF8，Python 用 encode("utf-8")；源文件也存为 UTF-8。',
};

/** Bytes other than those of UTF-8. */
export const charset = /* @__PURE__ */ defineFamily({
  id: 'charset',
  title: { en: 'Character encoding', zh: '字符编码' },
  missing: () => missingGbk(encodeGbk),
  mistakes: [
    {
      id: 'charset.gbk',
      cost: 1,
      title: { en: 'The text was signed as GBK, not as UTF-8', zh: '签名时用了 GBK 编码，应为 UTF-8' },
      fix,
      variants: always({ charset: encodeGbk }),
    },
    bytes('charset.utf16', 4, 'UTF-16', 'UTF-16', utf16(true), utf16(false)),
    {
      id: 'charset.question_marks',
      cost: 2,
      title: {
        en: 'Chinese became ? (ISO-8859-1 or ASCII) when the text was turned into bytes',
        zh: '取字节时中文变成了 ?（用了 ISO-8859-1 或 ASCII）',
      },
      fix,
      variants: always({
        frame: (text) => text.replace(/[\ud800-\udbff][\udc00-\udfff]|[^\0-\u00ff]/g, '?'),
      }),
    },
    {
      id: 'charset.utf8_twice',
      cost: 2,
      title: {
        en: 'The text was encoded as UTF-8 twice (ISO-8859-1 in between)',
        zh: '文本被 UTF-8 编码了两次（中间当作 ISO-8859-1）',
      },
      fix,
      variants: () =>
        usually(1, [
          { set: { frame: (text) => latin1(text) } },
          { set: { frame: (text) => misread(text, 'windows-1252') } },
          { set: { frame: (text) => misread(text, 'gbk') } },
        ]),
    },
    bytes('charset.low_bytes', 3, 'the low byte of each character', '每个字符的低字节', (text) =>
      Uint8Array.from(text, (unit) => unit.charCodeAt(0) & 0xff),
    ),
  ],
});

/** What this runtime cannot try, if it has no table of GBK. */
function missingGbk(encode: Charset): Title | undefined {
  return encode('中') === undefined
    ? { en: 'GBK: this runtime cannot decode it', zh: 'GBK：当前运行环境不支持' }
    : undefined;
}

function bytes<const Id extends string>(
  id: Id,
  cost: number,
  en: string,
  zh: string,
  ...charsets: readonly Charset[]
): Mistake<Id> {
  return {
    id,
    cost,
    title: {
      en: `The text was signed as ${en}, not as UTF-8`,
      zh: `签名时取的是${zh}，应为 UTF-8 字节`,
    },
    fix,
    variants: () => charsets.map((one) => ({ set: { charset: one } })),
  };
}

function utf16(isLittleEndian: boolean): Charset {
  return (text) => {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittleEndian);
    return new Uint8Array(view.buffer);
  };
}

function latin1(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}

/** UTF-8 read as something else; as it is where this runtime has not got it. */
function misread(text: string, label: string): string {
  try {
    return new TextDecoder(label).decode(new TextEncoder().encode(text));
  } catch {
    return text;
  }
}
