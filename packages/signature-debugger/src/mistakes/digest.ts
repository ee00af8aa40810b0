import {
  type Digest,
  HMAC_MD5,
  HMAC_SHA1,
  HMAC_SHA256,
  HMAC_SHA512,
  MD5,
  md5Twice,
  SHA1,
  SHA256,
  SHA512,
} from '../search/digest.ts';
import { defineFamily, type Mistake } from './mistake.ts';

const lowerTwice = /* @__PURE__ */ md5Twice((hex) => hex.toLowerCase());
const upperTwice = /* @__PURE__ */ md5Twice((hex) => hex);

/** Another algorithm. */
export const digest = /* @__PURE__ */ defineFamily({
  id: 'digest',
  title: { en: 'Digest', zh: '摘要算法' },
  mistakes: [
    instead('digest.md5', 1, MD5, 'MD5'),
    instead('digest.hmac_sha256', 1, HMAC_SHA256, 'HMAC-SHA256'),
    instead('digest.hmac_md5', 2, HMAC_MD5, 'HMAC-MD5'),
    instead('digest.sha256', 2, SHA256, 'SHA-256'),
    instead('digest.sha1', 2, SHA1, 'SHA-1'),
    instead('digest.hmac_sha1', 4, HMAC_SHA1, 'HMAC-SHA1'),
    instead('digest.sha512', 4, SHA512, 'SHA-512'),
    instead('digest.hmac_sha512', 5, HMAC_SHA512, 'HMAC-SHA512'),
    {
      id: 'digest.md5_twice',
      cost: 2,
      title: { en: 'MD5 was taken twice', zh: '做了两次 MD5' },
      fix: {
        en: 'Take MD5 once and write it as 32 upper-case hex digits.',
        zh: '只做一次 MD5，写成 32 位大写十六进制。',
      },
      variants: () => [{ set: { digest: lowerTwice } }, { set: { digest: upperTwice }, extra: 1 }],
    },
  ],
});

/** With the key appended as it should be, and for an HMAC also without: it has the key already. */
function instead<const Id extends string>(id: Id, cost: number, other: Digest, name: string): Mistake<Id> {
  return {
    id,
    cost,
    title: { en: `${name} was used, not {detail}`, zh: `用了 ${name}，应为 {detail}` },
    fix: {
      en: 'Calculate with {detail}, and see that the message says so where it has a sign_type.',
      zh: '用 {detail} 计算；报文中有 sign_type 时要与之一致。',
    },
    variants: ({ base }) => {
      if (base.digest === other) return [];
      const detail = { en: base.digest.id, zh: base.digest.id };
      const isKeyed = other.id.startsWith('HMAC');
      return [
        { set: { digest: other }, detail },
        ...(isKeyed ? [{ set: { digest: other, append: (text: string) => text }, detail, extra: 1 }] : []),
      ];
    },
  };
}
