import { CodecError } from './codec-error.ts';
import type { CodecLimits } from './codec-limits.ts';
import { findLoneSurrogate } from './internal/lone-surrogate.ts';
import { resolveLimits } from './internal/resolve-limits.ts';

const encoder = /* @__PURE__ */ new TextEncoder();
let decoder = /* @__PURE__ */ fatalDecoder();

function fatalDecoder(): TextDecoder {
  return new TextDecoder('utf-8', { fatal: true });
}

/**
 * The UTF-8 bytes of a text. `TextEncoder` would write U+FFFD for a lone surrogate, and something else than the
 * text given would be signed.
 *
 * @throws {CodecError} `lone_surrogate` with its offset
 */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  if (typeof text !== 'string') throw new CodecError('invalid_argument');
  const lone = findLoneSurrogate(text);
  if (lone >= 0) throw new CodecError('lone_surrogate', lone);
  return encoder.encode(text);
}

/**
 * The text UTF-8 bytes stand for. A byte-order mark in front is not part of the text and is dropped; one anywhere
 * else is kept.
 *
 * @throws {CodecError} `utf8_invalid` for bytes that are not UTF-8, overlong forms and encoded surrogates included; `too_large`
 * above `maxLength` bytes
 */
export function decodeUtf8(bytes: Uint8Array, limits?: CodecLimits): string {
  const { maxLength } = resolveLimits(limits);
  if (bytes?.byteLength > maxLength) throw new CodecError('too_large', maxLength);
  try {
    return decoder.decode(bytes);
  } catch {
    // In Firefox a decoder that threw keeps the byte-order mark of the next text.
    decoder = fatalDecoder();
    throw new CodecError('utf8_invalid');
  }
}
