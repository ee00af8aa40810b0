import { encodeGbk } from '../../internal/gbk.ts';
import type { SourceText } from '../../internal/source-text.ts';
import type { Problems } from './collect-problems.ts';

/** Says where a text was decoded with another encoding than its own. */
export function checkEncoding(source: SourceText, problems: Problems): void {
  const { text } = source;
  const replaced = text.indexOf('\ufffd');
  if (replaced >= 0)
    problems.warning('replacement_character', REPLACED, source.placeOf(replaced, replaced + 1));
  const garbled = findMojibake(text);
  if (garbled === undefined) return;
  const { index, found, meant, encoding } = garbled;
  const shown = [found, meant].map((whole) => Array.from(whole).slice(0, SHOWN).join(''));
  problems.warning(
    'mojibake',
    mojibake(shown[0] ?? '', shown[1] ?? '', encoding),
    source.placeOf(index, index + found.length),
  );
}

/** Enough characters to see what is meant. */
const SHOWN = 8;

interface Mojibake {
  readonly index: number;
  readonly found: string;
  readonly meant: string;
  readonly encoding: 'GBK' | 'ISO-8859-1';
}

/** Characters that UTF-8 read as GBK is full of and Chinese is not. */
const SUSPICIOUS = /[锛鍦鍙鐨鏄浠涓璁鏀粯鍟鎴鍏閾瑗鎷诲叆鏈绗绾鍚缁楠瀛鏂鐢]/;

/** What is garbled is so from its first words on. */
const MAX_RUNS = 500;

const NON_ASCII = /[^\0-\x7f]{2,}/g;

/** UTF-8 that was decoded as GBK (地铁 becomes 鍦伴搧) or as ISO-8859-1 (å°é). */
function findMojibake(text: string): Mojibake | undefined {
  let looked = 0;
  for (const { 0: found, index } of text.matchAll(NON_ASCII)) {
    if (++looked > MAX_RUNS) break;
    const western = westernBytes(found);
    if (western === undefined && !SUSPICIOUS.test(found)) continue;
    const bytes = western ?? encodeGbk(found);
    const meant = bytes === undefined ? undefined : decoded(bytes);
    if (meant !== undefined) {
      return { index, found, meant, encoding: western === undefined ? 'GBK' : 'ISO-8859-1' };
    }
  }
  return undefined;
}

/** The bytes of a text that is ISO-8859-1 or Windows-1252 throughout. */
function westernBytes(text: string): Uint8Array | undefined {
  if (!/[\xc2-\xf4]/.test(text)) return undefined;
  const bytes = Array.from(text, (character) => {
    const unit = character.charCodeAt(0);
    return unit < 0x100 ? unit : WINDOWS_1252.indexOf(character) + 0x80;
  });
  return bytes.includes(0x7f) ? undefined : new Uint8Array(bytes);
}

/** What Windows-1252 has from 0x80 on, a blank where it has nothing. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** What UTF-8 bytes stand for. A last character that lost its end does not count. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}

const REPLACED = {
  zh: '有 U+FFFD（�）：原来的字节不是 UTF-8（可能是 GBK），字符已经丢失，签名无法再对上',
  en: 'there is a U+FFFD (�): the bytes were not UTF-8 (GBK perhaps), the character is lost, and no signature can match any more',
};

const mojibake = (found: string, meant: string, encoding: string) => ({
  zh: `疑似乱码：“${found}”应为“${meant}”，UTF-8 的字节被当作 ${encoding} 解码`,
  en: `probably garbled: “${found}” should be “${meant}”: UTF-8 bytes were decoded as ${encoding}`,
});
