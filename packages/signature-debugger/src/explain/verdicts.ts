import type { Verdict } from '../types/explanation.ts';

export const MATCH: Verdict = {
  result: 'match',
  message: { zh: '签名正确', en: 'the signature is correct' },
};

export const MISMATCH: Verdict = {
  result: 'mismatch',
  message: {
    zh: '签名不符：报文、密钥或签名方法中至少有一个不对',
    en: 'the signature does not match: the message, the key or the way of signing is another',
  },
};

export const NO_KEY: Verdict = {
  result: 'no_key',
  message: { zh: '没有给出密钥，无法计算签名', en: 'without the key the signature cannot be calculated' },
};

export const NO_SIGNATURE: Verdict = {
  result: 'no_signature',
  message: {
    zh: '报文里没有签名，只给出应有的签名',
    en: 'the message carries no signature; this is what it should be',
  },
};

export const NEITHER: Verdict = {
  result: 'no_key',
  message: {
    zh: '没有密钥，报文里也没有签名；这是应签名的原文',
    en: 'there is neither a key nor a signature; this is the text to sign',
  },
};

export const UNSIGNED: Verdict = {
  result: 'unsigned',
  message: {
    zh: '平台对这种报文不签名，其中的内容无法验证',
    en: 'the platform does not sign such a message: nothing in it is authenticated',
  },
};

export const UNREADABLE: Verdict = {
  result: 'unreadable',
  message: { zh: '报文读不出来，见问题说明', en: 'the message cannot be read: see its problems' },
};

export const NO_BODY: Verdict = {
  result: 'unreadable',
  message: { zh: '没有 Body，没有可签名的内容', en: 'there is no Body, so there is nothing to sign' },
};
