import type { Title } from '@yinjian/provider-kit';

/** Which keys belong to a payout message: it is encrypted for one side and signed by the other [M] 代付 3.1. */
export interface PayoutSides {
  readonly opens: 'merchantPrivateKey' | 'platformPrivateKey';
  readonly checks: 'merchantPublicKey' | 'platformPublicKey';
  readonly signs: 'merchantPrivateKey' | 'platformPrivateKey';
  /** What to do without the key that opens it. */
  readonly cannotOpen: Title;
  /** What to do without a key that checks it. */
  readonly cannotCheck: Title;
}

export const requestSides: PayoutSides = {
  opens: 'platformPrivateKey',
  checks: 'merchantPublicKey',
  signs: 'merchantPrivateKey',
  cannotOpen: {
    zh: '请求用平台公钥加密，只有平台的私钥能解开；可以改为粘贴加密前的明文，把 SIGN 作为签名给出',
    en: 'a request is encrypted with the platform’s public key and only the platform’s private key opens it: paste the plain text instead, and give SIGN as the signature',
  },
  cannotCheck: {
    zh: '请给出商户公钥（或商户私钥），以检查签名',
    en: 'give the merchant’s public key (or private key) to check the signature',
  },
};

export const replySides: PayoutSides = {
  opens: 'merchantPrivateKey',
  checks: 'platformPublicKey',
  signs: 'platformPrivateKey',
  cannotOpen: {
    zh: '应答用商户公钥加密，请给出商户私钥以解密',
    en: 'a reply is encrypted with the merchant’s public key: give the merchant’s private key to open it',
  },
  cannotCheck: {
    zh: '请给出平台公钥，以检查签名',
    en: 'give the platform’s public key to check the signature',
  },
};
