import type { Verdict } from '../types/explanation.ts';

export const MATCH: Verdict = {
  result: 'match',
  message: { zh: '签名正确', en: 'the signature is correct' },
};

export const MISMATCH: Verdict = {
  result: 'mismatch',
  message: {
    zh: '签名不符：报文、密钥或签名方法中至少有一个不对',
    en: 'the signature does not match: the message, the key or the way of signing is wrong',
  },
};

/** The key that goes with a message in agent mode is the agent's; whose it is cannot be seen. */
export const MATCH_IF_AGENT: Verdict = {
  result: 'match',
  message: {
    zh: '签名与所给密钥相符。报文是机构模式，平台用代理商密钥验签：请确认所给的就是代理商密钥',
    en: 'the signature matches the key given. The message is in agent mode, so the platform checks it with the agent’s key: make sure that this is it',
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

export const REFUSED: Verdict = {
  result: 'unsigned',
  message: {
    zh: '这是平台没有签名的应答。如果它拒绝了你的请求（如签名错误），要查的是你发出的请求：把请求报文和密钥粘贴进来',
    en: 'the platform did not sign this reply. If it refuses your request, as with 签名错误, what to look into is the request that you sent: paste that, with its key',
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
