import { hmacSha256Hex, md5Hex } from '@yinjian/crypto-webcrypto';
import { canonicalizeQuery } from '@yinjian/protocol-codec';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyKey } from './support/arbitrary-text.ts';
import { anySignedFields } from './support/arbitrary-wechat.ts';
import { PhpOracle } from './support/php-oracle.ts';
import { announceSeed, forEachGenerated, timeout } from './support/seed.ts';

const oracle = new PhpOracle();
beforeAll(() => announceSeed('WeChat Pay v2 signatures'));
afterAll(() => oracle.stop());

describe('WeChat Pay v2 fields, against ksort, md5 and hash_hmac', { timeout }, () => {
  it('gives the same canonical form and signatures, and each side accepts those of the other', async () => {
    await forEachGenerated(fc.tuple(anySignedFields, anyKey), 1500, async ([fields, key]) => {
      const canonical = canonicalizeQuery(new Map(fields));
      const md5 = md5Hex(`${canonical}&key=${key}`);
      const hmac = hmacSha256Hex(`${canonical}&key=${key}`, key);
      const spoilt = [...fields, ['added_on_the_way', '1']] as const;
      const [theirs, theirMd5, theirHmac, ...verdicts] = await Promise.all([
        oracle.canonicalizeWechat(fields),
        oracle.signWechat(fields, key, 'MD5'),
        oracle.signWechat(fields, key, 'HMAC-SHA256'),
        oracle.verifyWechat(fields, key, 'MD5', md5),
        oracle.verifyWechat(fields, key, 'HMAC-SHA256', hmac),
        oracle.verifyWechat(spoilt, key, 'MD5', md5),
        oracle.verifyWechat(spoilt, key, 'HMAC-SHA256', hmac),
      ]);
      expect(canonical).toBe(theirs);
      expect(canonicalizeQuery(Object.fromEntries(fields))).toBe(theirs);
      expect({ md5, hmac }).toEqual({ md5: theirMd5, hmac: theirHmac });
      expect(verdicts).toEqual([true, true, false, false]);
    });
  });
});
