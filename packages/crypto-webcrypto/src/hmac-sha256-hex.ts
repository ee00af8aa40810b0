import { hmacSha256 } from './internal/digest.ts';
import { checkText } from './internal/text.ts';

/**
 * HMAC-SHA256 of the UTF-8 form of `text`, keyed with the UTF-8 form of `key`, as 64 upper-case hex digits.
 *
 * @throws {CryptoError} `lone_surrogate`, `invalid_argument`.
 *
 * @example
 * ```ts
 * hmacSha256Hex('what do ya want for nothing?', 'Jefe');
 * // '5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843'
 * ```
 */
export function hmacSha256Hex(text: string, key: string): string {
  checkText(text, 'text');
  checkText(key, 'key');
  return hmacSha256(text, key);
}
