import { hmacSha256Hex, md5Hex, timingSafeEqual } from '@yinjian/crypto-webcrypto';
import { canonicalizeQuery, type FlatFields } from '@yinjian/protocol-codec';
import { ConfigurationError, type Issue } from '@yinjian/provider-kit';
import { isSignType, type SignType } from './credentials.ts';

/**
 * The `sign` of a set of fields: every field but `sign` and the empty ones, sorted by name, joined `k=v` with `&`,
 * the key appended, digested, in upper-case hex (签名生成算法): 64 digits for HMAC-SHA256, 32 for MD5.
 *
 * @throws ConfigurationError for an empty key or another algorithm; CodecError naming a field that cannot be signed.
 * @example
 * ```ts
 * sign({ appid: 'wxd930ea5d5a258f4f', mch_id: '10000100', body: 'test' }, key, 'HMAC-SHA256');
 * ```
 */
export function sign(fields: FlatFields, key: string, signType: SignType): string {
  checkSigning(key, signType);
  const text = `${canonicalizeQuery(fields)}&key=${key}`;
  return signType === 'MD5' ? md5Hex(text) : hmacSha256Hex(text, key);
}

/**
 * Whether the `sign` among the fields is theirs, in constant time. The algorithm is the caller's choice: a message
 * with a 32-digit MD5 `sign` is refused where HMAC-SHA256 was asked for.
 *
 * @param fields What came over the wire, unknown fields included, as `decodeFlatXml` reads it.
 * @throws ConfigurationError for an empty key or another algorithm.
 */
export function verifySign(fields: ReadonlyMap<string, string>, key: string, signType: SignType): boolean {
  if (!(fields instanceof Map)) {
    const message = 'must be the Map that decodeFlatXml gives';
    throw new ConfigurationError([{ path: 'fields', code: 'wrong_type', message }]);
  }
  return timingSafeEqual(fields.get('sign') ?? '', sign(fields, key, signType));
}

/** A key that is missing in the environment would make signatures that anyone can forge. */
function checkSigning(key: string, signType: SignType): void {
  const issues: Issue[] = [];
  if (typeof key !== 'string' || key === '') {
    issues.push({ path: 'key', code: 'missing', message: 'is required' });
  }
  if (!isSignType(signType)) {
    issues.push({ path: 'sign_type', code: 'invalid_value', message: 'must be HMAC-SHA256 or MD5' });
  }
  if (issues.length > 0) throw new ConfigurationError(issues);
}
