import type { Problem } from '../types/problem.ts';

/** What the bytes in a payout stand for. */
export interface DecodedPlaintext {
  /** As the platform reads it: with U+FFFD where they are not UTF-8. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Decodes the plain bytes of a payout, all blocks joined, and says where the platform reads something else. */
export function decodePlaintext(bytes: Uint8Array): DecodedPlaintext {
  const text = decode(bytes, 'utf-8');
  if (text !== undefined) return { text, problems: plaintextProblems(text) };
  const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const isGbk = decode(bytes, 'gbk') !== undefined;
  return { text: lossy, problems: [warning('plaintext_not_utf8', isGbk ? NOT_UTF8_BUT_GBK : NOT_UTF8)] };
}

/** What is wrong with a plain text that is UTF-8. */
function plaintextProblems(text: string): readonly Problem[] {
  return [
    ...(text.startsWith('\ufeff') ? [warning('byte_order_mark', MARK)] : []),
    ...(text.includes('\ufffd') ? [warning('replacement_character', REPLACED)] : []),
  ];
}

/** The text that some bytes are meant to be; `undefined` where they are nothing known. */
export function meantText(bytes: Uint8Array): string | undefined {
  return decode(bytes, 'utf-8') ?? decode(bytes, 'gbk');
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function warning(code: Problem['code'], message: Problem['message']): Problem {
  return { severity: 'warning', code, message };
}

const NOT_UTF8 = {
  zh: '明文的字节不是 UTF-8：平台读不出其中的字符（这里显示为 �），即使签名正确',
  en: 'the bytes of the plain text are not UTF-8: the platform cannot read them (� here), even where the signature is correct',
};
const NOT_UTF8_BUT_GBK = {
  zh: '明文的字节不是 UTF-8，而像是 GBK：平台读不出其中的汉字（这里显示为 �），即使签名正确；请用 getBytes("UTF-8") 之类',
  en: 'the bytes of the plain text are not UTF-8 but seem to be GBK: the platform cannot read its characters (� here), even where the signature is correct; encode it with UTF-8',
};
const MARK = {
  zh: '明文开头有字节顺序标记（BOM），平台可能因此读不出 JSON',
  en: 'the plain text starts with a byte-order mark, at which the platform may fail to read its JSON',
};
const REPLACED = {
  zh: '明文里有 U+FFFD（�）：加密之前就有字符丢失了（例如逐块解码），平台收到的也是 �，即使签名正确',
  en: 'there is a U+FFFD (�) in the plain text: a character was lost before it was encrypted (decoded block by block?), and � is what the platform gets, even where the signature is correct',
};
