import { CodecError } from '../codec-error.ts';

/** Whether `json_encode` prints the unit as it is; not so for surrogates, which have to be looked at in pairs. */
export function isPlainUnit(unit: number): boolean {
  if (unit < 0x30) return unit >= 0x20 && unit !== 0x22 && unit !== 0x2f;
  return unit !== 0x5c && (unit < 0x2028 || (unit > 0x2029 && (unit < 0xd800 || unit > 0xdfff)));
}

/**
 * What PHP's `json_encode` with JSON_UNESCAPED_UNICODE prints between the quotes [M 3.3.2.1].
 *
 * @param place where the string stands; asked for only when it holds a lone surrogate
 */
export function escapeJsonString(value: string, place?: () => string): string {
  let escaped = '';
  let copied = 0;
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at);
    if (isPlainUnit(unit)) continue;
    if (unit < 0xd800) {
      escaped += value.slice(copied, at) + escapeUnit(unit);
      copied = at + 1;
    } else if ((value.codePointAt(at) ?? 0) > 0xffff) {
      at++;
    } else {
      throw new CodecError('lone_surrogate', place?.());
    }
  }
  return copied === 0 ? value : escaped + value.slice(copied);
}

/** PHP escapes what JavaScript does, in the same spelling, and the slash and the two line separators besides. */
function escapeUnit(unit: number): string {
  if (unit === 0x2f) return '\\/';
  if (unit > 0x7f) return `\\u${unit.toString(16)}`;
  return JSON.stringify(String.fromCharCode(unit)).slice(1, -1);
}
