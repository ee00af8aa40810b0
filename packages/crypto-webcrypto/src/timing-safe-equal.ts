import { CryptoError } from './crypto-error.ts';
import { isBytes } from './internal/bytes.ts';
import { encodeUtf8, isWellFormed } from './internal/text.ts';

/**
 * Whether two texts or byte sequences are equal, without stopping at the first difference: the time depends on
 * the lengths, not on where the contents differ. A text is compared with bytes as its UTF-8 form.
 *
 * Comparison is exact: hex in another case is different.
 *
 * @throws {CryptoError} `invalid_argument` when an argument is neither a string nor a Uint8Array.
 *
 * @example
 * ```ts
 * if (!timingSafeEqual(received, md5Hex(signingText))) refuse();
 * ```
 */
export function timingSafeEqual(a: string | Uint8Array, b: string | Uint8Array): boolean {
  if (typeof a === 'string' && typeof b === 'string') {
    let difference = a.length ^ b.length;
    // Past the end of `b` charCodeAt gives NaN, which `^` reads as 0; the lengths already differ then.
    for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
    return difference === 0;
  }
  const left = bytesOf(a);
  const right = bytesOf(b);
  // A lone surrogate has no UTF-8 form, so no bytes can equal it.
  if (left === undefined || right === undefined) return false;
  let difference = left.length ^ right.length;
  for (let i = 0; i < left.length; i++) difference |= (left[i] ?? 0) ^ (right[i] ?? 0);
  return difference === 0;
}

function bytesOf(value: string | Uint8Array): Uint8Array | undefined {
  if (typeof value === 'string') return isWellFormed(value) ? encodeUtf8(value) : undefined;
  if (isBytes(value)) return value;
  throw new CryptoError('invalid_argument', 'Only strings and Uint8Arrays can be compared');
}
