import { md5Hex, timingSafeEqual } from '@yinjian/crypto-webcrypto';
import { canonicalizeJson, canonicalizeJsonText, type JsonObject } from '@yinjian/protocol-codec';
import { checkKey } from './credentials.ts';

/**
 * The `Sign` of a `Body` [M] 快捷 3.3.2.1: canonical JSON, `&key=` and the key, MD5, 32 upper-case hex digits.
 *
 * @param body The raw text of the body where one was received, an object where one is sent.
 * @throws ConfigurationError for an unusable key, CodecError for a body that has no canonical form.
 */
export function sign(body: string | JsonObject, md5Key: string): string {
  checkKey(md5Key);
  return signCanonical(canonicalizeJson(body), md5Key);
}

/** `sign` for a body that is in canonical form already and a key that has been checked. */
export function signCanonical(canonicalBody: string, md5Key: string): string {
  return md5Hex(`${canonicalBody}&key=${md5Key}`);
}

/**
 * Whether `signature` is the `Sign` of the body, compared in constant time. Upper-case hex only, as the platform writes
 * it.
 *
 * @param body The raw text of `Body`, exactly as it came: `1.10` and `"1.10"` are signed differently.
 * @throws ConfigurationError for an unusable key, CodecError for a body that has no canonical form.
 */
export function verifySign(body: string, signature: string, md5Key: string): boolean {
  checkKey(md5Key);
  // Not `sign`: who only verifies need not carry the writer of objects.
  return timingSafeEqual(signature, signCanonical(canonicalizeJsonText(body), md5Key));
}
