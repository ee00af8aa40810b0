import { createHash, createHmac } from 'node:crypto';

export type SignType = 'HMAC-SHA256' | 'MD5';

/** The `sign` of a message (签名生成算法), with Node's own digests: a second opinion on the library's. */
export function sign(fields: Iterable<readonly [string, string]>, key: string, signType: SignType): string {
  const signed = [...fields]
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([name, value]) => `${name}=${value}&`);
  const text = `${signed.join('')}key=${key}`;
  const digest = signType === 'MD5' ? createHash('md5') : createHmac('sha256', key);
  return digest.update(text).digest('hex').toUpperCase();
}
