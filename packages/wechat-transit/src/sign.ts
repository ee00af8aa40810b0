import { hmacSha256Hex, md5Hex, timingSafeEqual } from '@yinjian/crypto-webcrypto';
import { canonicalizeQuery, type FlatFields } from '@yinjian/protocol-codec';
import type { SignType } from './credentials.ts';

/**
 * The `sign` of a set of fields: every field but `sign` and the empty ones, sorted by name, joined `k=v` with `&`,
 * the key appended, digested, in upper-case hex (签名生成算法).
 */
export function sign(fields: FlatFields, key: string, signType: SignType): string {
  const text = `${canonicalizeQuery(fields)}&key=${key}`;
  return signType === 'MD5' ? md5Hex(text) : hmacSha256Hex(text, key);
}

/**
 * Whether the `sign` among the fields is theirs, in constant time. The algorithm is the caller's choice: a message
 * with a 32-digit MD5 `sign` is refused where HMAC-SHA256 was asked for.
 */
export function verifySign(fields: ReadonlyMap<string, string>, key: string, signType: SignType): boolean {
  return timingSafeEqual(fields.get('sign') ?? '', sign(fields, key, signType));
}
