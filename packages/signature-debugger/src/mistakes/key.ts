import { md5Hex } from '@yinjian/crypto-webcrypto';
import type { SearchMessage } from '../search/message.ts';
import { type Family, type Mistake, usually, type Variant } from './mistake.ts';

const copyFix = {
  en: 'Copy the key exactly, without spaces, line ends or quotes, and print its length: the keys of both platforms have 32 characters.',
  zh: '原样复制密钥，不要带空格、换行或引号，并打印其长度核对：两个平台的密钥都是 32 个字符。',
};

/** Another key, or the key spoilt. */
export const key: Family = {
  id: 'key',
  title: { en: 'Key', zh: '密钥' },
  mistakes: [
    {
      id: 'key.other',
      cost: 1,
      title: { en: 'Signed with another key: {detail}', zh: '用了另一个密钥签名：{detail}' },
      fix: {
        en: 'Take the right key: in agent mode (AGENTNO is sent) the agent’s, else the merchant’s; at WeChat Pay in partner mode the service provider’s; each of the environment that is called.',
        zh: '用对密钥：代理商模式（发送了 AGENTNO）用代理商密钥，否则用商户密钥；微信服务商模式用服务商密钥；并与所调用的环境一致。',
      },
      variants: ({ otherKeys, base }) =>
        otherKeys
          .filter((other) => other.key !== base.key)
          .map(({ key: otherKey, title, isPublished }) => ({
            set: { key: otherKey },
            detail: title,
            extra: isPublished ? 1 : 0,
          })),
    },
    spoilt(
      'key.white_space',
      1,
      2,
      ['There is white space around the key', '密钥首尾有空白字符'],
      function* (right) {
        yield right.trim();
        yield `${right}\n`;
        yield `${right} `;
        yield `${right}\r\n`;
        for (const space of [' ', '\n', '\r', '\t', '\u00a0', '\ufeff', '\u200b']) {
          yield space + right;
          yield right + space;
        }
        yield right.replace(/[\s\u200b-\u200f\ufeff]/g, '');
      },
    ),
    spoilt(
      'key.quotes',
      3,
      2,
      ['There are quotes or brackets around the key', '密钥带上了引号或括号'],
      function* (right) {
        yield right.replace(/^["'`“”‘’<[{(]+|["'`“”‘’>\]})]+$/g, '');
        for (const [open, close] of ['""', "''", '“”', '‘’', '<>', '[]', '{}', '``'].map((pair) =>
          Array.from(pair),
        )) {
          yield `${open}${right}${close}`;
        }
      },
    ),
    spoilt('key.case', 1, 2, ['The key is in another case', '密钥的大小写不对'], function* (right) {
      yield right.toUpperCase();
      yield right.toLowerCase();
    }),
    spoilt('key.cut', 2, 4, ['The key was cut', '密钥不完整，被截断了'], function* (right) {
      yield right.slice(1);
      yield right.slice(0, -1);
      yield right.slice(2);
      yield right.slice(0, -2);
      for (const length of [8, 16, 24, 31, 32]) yield right.slice(0, length);
    }),
    spoilt(
      'key.full_width',
      3,
      2,
      ['The key holds full-width or invisible characters', '密钥里有全角或不可见字符'],
      function* (right) {
        yield right.normalize('NFKC');
        yield right.replace(/[!-~]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0));
        yield right.replace(/\d/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0));
        yield right.replace(/[a-z]/gi, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0));
        yield right.replace(/[^!-~]/g, '');
      },
    ),
    spoilt(
      'key.encoded',
      2,
      2,
      ['The key itself was encoded or digested', '对密钥本身做了编码或摘要'],
      function* (right) {
        const digest = md5Hex(right);
        yield digest.toLowerCase();
        yield digest;
        yield encodeURIComponent(right);
        yield* base64(right);
        yield* hexBytes(right);
        yield right + right;
        yield Array.from(right).toReversed().join('');
      },
    ),
    {
      ...spoilt(
        'key.one_character',
        5,
        1000,
        ['One character of the key is wrong or missing', '密钥有一个字符写错或漏掉了'],
        function* (right) {
          for (let at = 1; at < right.length - 1; at++) yield right.slice(0, at) + right.slice(at + 1);
          for (let at = 0; at < right.length; at++) {
            for (const other of LOOKALIKES[right.charAt(at)] ?? '') {
              yield right.slice(0, at) + other + right.slice(at + 1);
            }
            yield right.slice(0, at) + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2);
            yield right.slice(0, at + 1) + right.slice(at);
            const flipped = flippedCase(right.charAt(at));
            yield right.slice(0, at) + flipped + right.slice(at + 1);
          }
        },
      ),
      isAlone: true,
    },
    {
      ...spoilt(
        'key.mistyped',
        7,
        10000,
        ['One character of the key is wrong', '密钥有一个字符写错了'],
        function* (right) {
          for (let at = 0; at < right.length; at++) {
            for (const other of ALPHABET) yield right.slice(0, at) + other + right.slice(at + 1);
          }
        },
      ),
      isAlone: true,
    },
  ],
};

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'oO',
  o: '0O',
  O: '0o',
  '1': 'lI',
  l: '1I',
  I: '1l',
  '5': 'sS',
  s: '5',
  S: '5',
  '8': 'B',
  B: '8',
  '2': 'zZ',
  z: '2',
  Z: '2',
  '6': 'b',
  b: '6',
  '9': 'gq',
  g: '9',
  q: '9',
};

/** @param usual how many of the spoilt keys are likelier than the others */
function spoilt(
  id: Mistake['id'],
  cost: number,
  usual: number,
  [en, zh]: readonly [en: string, zh: string],
  others: (right: string) => Iterable<string>,
): Mistake {
  return {
    id,
    cost,
    title: { en, zh },
    fix: copyFix,
    variants: (message) => usually(usual, [...spoiltKeys(message, others)]),
  };
}

function* spoiltKeys(
  { base }: SearchMessage,
  others: (right: string) => Iterable<string>,
): Iterable<Variant> {
  const seen = new Set([base.key, '']);
  for (const other of others(base.key)) {
    if (seen.has(other)) continue;
    seen.add(other);
    yield { set: { key: other } };
  }
}

function* base64(right: string): Iterable<string> {
  try {
    yield btoa(right);
    const decoded = atob(right);
    if (/^[!-~]+$/.test(decoded)) yield decoded;
  } catch {
    // Not base64, or not Latin-1: nothing to try.
  }
}

/** What a key of hex digits stands for, where that is text. */
function* hexBytes(right: string): Iterable<string> {
  if (!/^([0-9a-f]{2})+$/i.test(right)) return;
  const decoded = right.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  yield decoded;
}

function flippedCase(letter: string): string {
  return letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
}
