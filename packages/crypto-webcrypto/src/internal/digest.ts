import { hmac } from '@noble/hashes/hmac.js';
import { md5 as nobleMd5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { upperHex } from './hex.ts';
import { hostDigest } from './host-digest.ts';
import { encodeUtf8 } from './text.ts';

/*
 * The only module that computes digests. It takes well-formed text and gives upper-case hex, because that is
 * the interface at which a host's own implementation is fastest.
 */

/** The sample goes beyond ASCII, to see that the host takes strings as UTF-8. */
export const hostMd5 = /* @__PURE__ */ hostDigest(
  (crypto, text: string) => crypto.hash('md5', text, 'hex'),
  ['印鉴'],
  '3eff9e23c5d111353ae00b5a274d28da',
);

export const hostHmacSha256 = /* @__PURE__ */ hostDigest(
  (crypto, text: string, key: string) => crypto.createHmac('sha256', key).update(text).digest('hex'),
  ['印', '鉴'],
  '6bdd79a9777dc8559b4f7b363d64949508162634ebc16f95efaf1f46ce0f84fa',
);

export function md5(text: string): string {
  return hostMd5(text) ?? portableMd5(text);
}

export function hmacSha256(text: string, key: string): string {
  return hostHmacSha256(text, key) ?? portableHmacSha256(text, key);
}

export function portableMd5(text: string): string {
  return upperHex(nobleMd5(encodeUtf8(text)));
}

export function portableHmacSha256(text: string, key: string): string {
  return upperHex(hmac(sha256, encodeUtf8(key), encodeUtf8(text)));
}
