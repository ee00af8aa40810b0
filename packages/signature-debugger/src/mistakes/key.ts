import { md5Hex } from '@yinjian/crypto-webcrypto';
import { defineFamily, type Mistake, type Variant } from './mistake.ts';

const copyFix = {
  en: 'Copy the key exactly, without spaces, line ends or quotes, and print its length: the keys of both platforms have 32 characters.',
  zh: '原样复制密钥，不要带空格、换行或引号，并打印其长度核对：两个平台的密钥都是 32 个字符。',
};

/** Another key, or the key spoilt. */
export const key = /* @__PURE__ */ defineFamily({
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
    spoilt('key.white_space', 1, ['There is white space around the key', '密钥首尾有空白字符'], (given) =>
      usually(2, given, [
        (right) => right.trim(),
        (right) => `${right}\n`,
        (right) => `${right} `,
        (right) => `${right}\r\n`,
        ...SPACES.flatMap((space): KeyForm[] => [(right) => space + right, (right) => right + space]),
        (right) => right.replace(/[\s\u200b-\u200f\ufeff]/g, ''),
      ]),
    ),
    spoilt(
      'key.quotes',
      3,
      ['There are quotes or brackets around the key', '密钥带上了引号或括号'],
      (given) =>
        usually(2, given, [
          (right) => right.replace(/^["'`“”‘’<[{(]+|["'`“”‘’>\]})]+$/g, ''),
          ...['""', "''", '“”', '‘’', '<>', '[]', '{}', '``'].map(
            ([open = '', close = '']): KeyForm =>
              (right) =>
                open + right + close,
          ),
        ]),
    ),
    spoilt('key.case', 1, ['The key is in another case', '密钥的大小写不对'], (given) =>
      usually(2, given, [(right) => right.toUpperCase(), (right) => right.toLowerCase()]),
    ),
    spoilt('key.cut', 2, ['The key was cut', '密钥不完整，被截断了'], (given) => {
      const all = Array.from(given, (_unit, at) => at + 1);
      return [
        ...usually(4, given, [
          (right) => right.slice(1),
          (right) => right.slice(0, -1),
          (right) => right.slice(2),
          (right) => right.slice(0, -2),
          ...[8, 16, 24, 32].map(
            (end): KeyForm =>
              (right) =>
                right.slice(0, end),
          ),
        ]),
        ...all.flatMap((count): SpoiltKey[] => [
          { form: (right) => right.slice(0, -count), extra: 3 },
          { form: (right) => right.slice(count), extra: 3 },
        ]),
      ];
    }),
    spoilt(
      'key.full_width',
      3,
      ['The key holds full-width or invisible characters', '密钥里有全角或不可见字符'],
      (given) =>
        usually(2, given, [
          (right) => right.normalize('NFKC'),
          (right) => right.replace(/[!-~]/g, fullWidth),
          (right) => right.replace(/\d/g, fullWidth),
          (right) => right.replace(/[a-z]/gi, fullWidth),
          (right) => right.replace(/[^!-~]/g, ''),
        ]),
    ),
    spoilt(
      'key.encoded',
      2,
      ['The key itself was encoded or digested', '对密钥本身做了编码或摘要'],
      (given) =>
        usually(2, given, [
          (right) => md5Hex(right).toLowerCase(),
          (right) => md5Hex(right),
          (right) => encodeURIComponent(right),
          toBase64,
          fromBase64,
          fromHex,
          (right) => right + right,
          (right) => Array.from(right).toReversed().join(''),
        ]),
    ),
    {
      ...spoilt(
        'key.one_character',
        5,
        ['One character of the key is wrong or missing', '密钥有一个字符写错或漏掉了'],
        (right) => [...slipped(right)].map((other) => ({ form: () => other })),
      ),
      isAlone: true,
    },
    {
      ...spoilt('key.mistyped', 10, ['One character of the key is wrong', '密钥有一个字符写错了'], (right) =>
        [...mistyped(right)].map((other) => ({ form: () => other })),
      ),
      isAlone: true,
    },
  ],
});

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

const SPACES = [' ', '\n', '\r', '\t', '\u00a0', '\ufeff', '\u200b'];

/** What becomes of a key. */
type KeyForm = (right: string) => string;

interface SpoiltKey {
  readonly form: KeyForm;
  readonly extra?: number;
}

/** Of the forms that change the key all but the first are less likely. */
function usually(count: number, given: string, forms: readonly KeyForm[]): SpoiltKey[] {
  const effective = forms.filter((form) => form(given) !== given);
  return effective.map((form, index) => ({ form, extra: index < count ? 0 : 2 }));
}

function spoilt<const Id extends string>(
  id: Id,
  cost: number,
  [en, zh]: readonly [en: string, zh: string],
  forms: (right: string) => readonly SpoiltKey[],
): Mistake<Id> {
  return {
    id,
    cost,
    title: { en, zh },
    fix: copyFix,
    variants: ({ base }) => spoiltKeys(base.key, forms(base.key)),
  };
}

/** Each other key once. */
function* spoiltKeys(right: string, forms: readonly SpoiltKey[]): Iterable<Variant> {
  const seen = new Set([right, '']);
  for (const { form, extra = 0 } of forms) {
    const other = form(right);
    if (seen.has(other)) continue;
    seen.add(other);
    yield { set: { keyForm: form }, extra };
  }
}

/** What comes of a slip of the hand or the eye. */
function* slipped(right: string): Iterable<string> {
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
}

function* mistyped(right: string): Iterable<string> {
  for (let at = 0; at < right.length; at++) {
    for (const other of ALPHABET) yield right.slice(0, at) + other + right.slice(at + 1);
  }
}

function fullWidth(unit: string): string {
  return String.fromCharCode(unit.charCodeAt(0) + 0xfee0);
}

/** As it is where it is not Latin-1. */
function toBase64(right: string): string {
  return /^[\0-\u00ff]*$/.test(right) ? btoa(right) : right;
}

/** What a key of base64 stands for, where that is text. */
function fromBase64(right: string): string {
  try {
    const decoded = atob(right);
    return /^[!-~]+$/.test(decoded) ? decoded : right;
  } catch {
    return right;
  }
}

/** What a key of hex digits stands for. */
function fromHex(right: string): string {
  return /^([0-9a-f]{2})+$/i.test(right)
    ? right.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)))
    : right;
}

function flippedCase(letter: string): string {
  return letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
}
