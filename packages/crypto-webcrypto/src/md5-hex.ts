import { md5 } from './internal/digest.ts';
import { checkText } from './internal/text.ts';

/**
 * MD5 of the UTF-8 form of `text`, as 32 upper-case hex digits.
 *
 * MD5 is broken for everything but what these platforms do with it: a digest over a text that ends in a
 * secret key. Collisions are cheap to make.
 *
 * @throws {CryptoError} `lone_surrogate`, `invalid_argument`.
 *
 * @example
 * ```ts
 * md5Hex('abc'); // '900150983CD24FB0D6963F7D28E17F72'
 * ```
 */
export function md5Hex(text: string): string {
  checkText(text, 'text');
  return md5(text);
}
