import { CodecError } from './codec-error.ts';
import type { CodecLimits } from './codec-limits.ts';
import { checkText, resolveLimits } from './internal/resolve-limits.ts';

/** Far below the number of arguments any engine takes. */
const CHUNK = 0x2000;

/** Bytes as base64: standard alphabet, padded, without line breaks (RFC 4648 section 4). */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}

/**
 * The bytes base64 stands for. Takes the standard alphabet with its padding or without any, and ASCII white space
 * anywhere, since platforms wrap lines. Refuses everything else: the URL alphabet, too little or too much padding,
 * a last character with bits that belong to no byte.
 *
 * @throws {CodecError} `base64_invalid`, with the offset of what is wrong; `too_large` above `maxLength` characters
 */
export function decodeBase64(text: string, limits?: CodecLimits): Uint8Array<ArrayBuffer> {
  checkText(text, resolveLimits(limits));
  const illegal = text.search(/[^A-Za-z0-9+/=\t\n\f\r ]/);
  if (illegal >= 0) throw new CodecError('base64_invalid', illegal);
  const compact = text.replace(/[\t\n\f\r ]+/g, '');
  const padding = compact.endsWith('==') ? 2 : compact.endsWith('=') ? 1 : 0;
  const digits = compact.slice(0, compact.length - padding);
  const rest = digits.length % 4;
  if (digits.includes('=') || rest === 1 || (padding > 0 && rest + padding !== 4)) {
    throw new CodecError('base64_invalid', text.length);
  }
  // Of the last character only four bits (rest 2: two) belong to a byte; the others are zero.
  if ((rest === 2 && !/[AQgw]$/.test(digits)) || (rest === 3 && !/[AEIMQUYcgkosw048]$/.test(digits))) {
    throw new CodecError('base64_invalid', text.length);
  }
  const binary = atob(digits);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
