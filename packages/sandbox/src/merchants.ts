import { merchantPrivateKeyPem, merchantPublicKeyPem } from './internal/merchant-key-pair.ts';

/** A merchant of the WeChat side. But for `sub_mch_id`, which each call names, these are the options of a client. */
export interface WechatTransitMerchant {
  readonly mode: 'partner' | 'direct';
  readonly appid: string;
  readonly mch_id: string;
  /** In partner mode. */
  readonly sub_mch_id?: string;
  /** The API key of `mch_id`. */
  readonly key: string;
  readonly sign_type: 'HMAC-SHA256' | 'MD5';
}

/** Everybody who may call the sandbox. None of these keys protects anything. */
export const merchants = {
  wechatTransit: {
    /** A service provider with one sub-merchant. */
    partner: {
      mode: 'partner',
      appid: 'wxcbda96de0b165486',
      mch_id: '10000098',
      sub_mch_id: '1900000109',
      key: 'YinjianSandboxPartnerKey00000001',
      sign_type: 'HMAC-SHA256',
    },
    /** A merchant acting for itself. */
    direct: {
      mode: 'direct',
      appid: 'wxcbda96de0b165487',
      mch_id: '10000099',
      key: 'YinjianSandboxDirectKey000000001',
      sign_type: 'HMAC-SHA256',
    },
  },
  /** The published test merchant [M] 快捷 7.2, 7.3 and 代付 6.5; the agent is the sandbox's own. */
  mmsp: {
    MERNO: '001440353999853',
    TERMNO: '84970001',
    md5Key: 'ea21842eea24e448b991b1cb0a0294cf',
    agent: { AGENTNO: '90000001', md5Key: 'yinjiansandboxagentkey0000000001' },
    privateKeyPem: merchantPrivateKeyPem,
    publicKeyPem: merchantPublicKeyPem,
  },
} as const satisfies {
  wechatTransit: { partner: WechatTransitMerchant; direct: WechatTransitMerchant };
  mmsp: object;
};
