import type { JsonObjectTree } from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import type { Reader } from '../problems/collect-problems.ts';
import type { Draft } from './draft.ts';
import { findMember, textOfMember } from './tree-values.ts';

/** A payout as it travels [M] 代付 3.1. What it is about stands in what is encrypted. */
export function readPayout({ source }: Reader, envelope: JsonObjectTree): Draft {
  const isReply = findMember(envelope, 'RETCODE') !== undefined;
  return {
    recognised: {
      platform: 'mmsp',
      wire: 'payout',
      product: 'payout',
      direction: isReply ? 'reply' : 'request',
      because: [SHAPE, isReply ? IS_REPLY : IS_REQUEST],
    },
    subject: {
      kind: 'payout',
      source,
      envelope,
      encrypted: textOfMember(envelope, 'ENCRYPT'),
      signature: textOfMember(envelope, 'SIGN'),
    },
    fields: [],
  };
}

const SHAPE: Title = {
  zh: '有 ENCRYPT 或 RETCODE 的 JSON 是 MMSP 代付的报文',
  en: 'JSON with ENCRYPT or RETCODE is an MMSP payout message',
};

const IS_REPLY: Title = {
  zh: '有 RETCODE，是平台的应答：用商户私钥解密，用平台公钥验签',
  en: 'there is a RETCODE, so it is a reply: the merchant’s private key opens it, the platform’s public key checks it',
};

const IS_REQUEST: Title = {
  zh: '没有 RETCODE，是商户的请求：用平台公钥加密，用商户私钥签名',
  en: 'there is no RETCODE, so it is a request: encrypted with the platform’s public key, signed with the merchant’s private key',
};
