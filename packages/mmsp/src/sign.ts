import { md5Hex, timingSafeEqual } from '@yinjian/crypto-webcrypto';
import { canonicalizeJson, type JsonObject } from '@yinjian/protocol-codec';

/**
 * The `Sign` of a `Body` [M] 3.3.2.1: canonical JSON, `&key=` and the key, MD5, upper-case hex.
 *
 * @param body The raw text of the body where one was received, an object where one is sent.
 */
export function sign(body: string | JsonObject, md5Key: string): string {
  return signCanonical(canonicalizeJson(body), md5Key);
}

/** `sign` for a body that is in canonical form already. */
export function signCanonical(canonicalBody: string, md5Key: string): string {
  return md5Hex(`${canonicalBody}&key=${md5Key}`);
}

/** Whether `signature` is the `Sign` of the body, in constant time. */
export function verifySign(body: string, signature: string, md5Key: string): boolean {
  return timingSafeEqual(signature, sign(body, md5Key));
}
