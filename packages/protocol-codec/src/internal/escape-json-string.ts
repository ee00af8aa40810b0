import { CodecError } from '../codec-error.ts';

/**
 * Where, from `start` on, the first unit stands that `json_encode` does not print as it is, or that has to be looked at
 * together with the next (a surrogate). The length of the text where there is none.
 */
export function plainEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && isPlain(text.charCodeAt(at))) at++;
  return at;
}

function isPlain(unit: number): boolean {
  if (unit < 0x30) return unit >= 0x20 && unit !== 0x22 && unit !== 0x2f;
  return unit !== 0x5c && (unit < 0x2028 || (unit > 0x2029 && (unit & 0xf800) !== 0xd800));
}

// Written as the complement of what is copied as it is. In both: quotes, backslashes, controls, line separators and
// surrogates; pairs of them only without the `u` flag, and slashes only in the second.
const NEEDS_CARE = /[^ !#-[\]-\u2027\u202a-\ud7ff\ue000-\uffff]/;
const ESCAPED = /[^ !#-.0-[\]-\u2027\u202a-\ud7ff\ue000-\u{10ffff}]/gu;

/**
 * What PHP's `json_encode` with JSON_UNESCAPED_UNICODE prints between the quotes [M 3.3.2.1].
 *
 * @throws {CodecError} `lone_surrogate`, without a place
 */
export function escapeJsonString(value: string): string {
  let at = plainEnd(value, 0);
  if (at === value.length) return value;
  if (NEEDS_CARE.test(value)) return value.replace(ESCAPED, escapeCharacter);
  // The slashes of an address, one by one: half the time of a replacement.
  let escaped = '';
  let copied = 0;
  for (; at >= 0; at = value.indexOf('/', at + 1)) {
    escaped = `${escaped + value.slice(copied, at)}\\`;
    copied = at;
  }
  return escaped + value.slice(copied);
}

/** PHP escapes what JavaScript does, in the same spelling, and the slash and the two line separators besides. */
function escapeCharacter(character: string): string {
  if (character === '/') return '\\/';
  if (character < '\u2000') return JSON.stringify(character).slice(1, -1);
  if (character >= '\ud800') throw new CodecError('lone_surrogate');
  return `\\u${character.charCodeAt(0).toString(16)}`;
}
