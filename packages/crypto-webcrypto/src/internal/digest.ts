import { hmac } from '@noble/hashes/hmac.js';
import { md5 as nobleMd5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { upperHex } from './hex.ts';
import { encodeUtf8 } from './text.ts';

/*
 * The only module that computes digests. It takes well-formed text and gives upper-case hex, because that is
 * the interface at which a host's own implementation is fastest.
 */

export function md5(text: string): string {
  return upperHex(nobleMd5(encodeUtf8(text)));
}

export function hmacSha256(text: string, key: string): string {
  return upperHex(hmac(sha256, encodeUtf8(key), encodeUtf8(text)));
}
