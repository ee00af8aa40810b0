import {
  createMmspClient,
  importRsaPrivateKey,
  importRsaPublicKey,
  type MmspClientOptions,
} from '@yinjian/mmsp';
import { createWechatTransitClient } from '@yinjian/wechat-transit';
import type { Sandbox } from '../sandbox.ts';

/** The library's clients, set up for a sandbox. */
export async function createClients(
  { merchants, urls, platformPublicKeyPem }: Pick<Sandbox, 'merchants' | 'urls' | 'platformPublicKeyPem'>,
  deadlineSeconds = 10,
) {
  const { MERNO, TERMNO, md5Key, privateKeyPem, agent } = merchants.mmsp;
  const transit = { baseUrl: urls.wechatTransit, deadlineSeconds };
  const [merchantPrivateKey, platformPublicKey] = await Promise.all([
    importRsaPrivateKey(privateKeyPem),
    importRsaPublicKey(platformPublicKeyPem),
  ]);
  // Named in each call.
  const { sub_mch_id: _, ...partner } = merchants.wechatTransit.partner;
  const mmsp = {
    MERNO,
    TERMNO,
    md5Key,
    deadlineSeconds,
    // The sandbox cannot tell who holds a certificate.
    certificateFetch: (url, init) => fetch(url, init),
    quickPay: { url: urls.quickPay },
    scanPay: { url: urls.scanPay },
    gateway: { url: urls.gateway },
    // No SIGN covers what is refused in the clear.
    payout: { url: urls.payout, merchantPrivateKey, platformPublicKey, allowUnsignedReplies: true },
  } as const satisfies MmspClientOptions;
  return {
    partner: createWechatTransitClient({ ...partner, ...transit }),
    direct: createWechatTransitClient({ ...merchants.wechatTransit.direct, ...transit }),
    mmsp: createMmspClient(mmsp),
    /** The same merchant, through the agent. */
    agent: createMmspClient({ ...mmsp, agent }),
  };
}

/** A metro fare. */
export const METRO_FARE = {
  body: '地铁代扣',
  total_fee: 888,
  spbill_create_ip: '8.8.8.8',
  trade_type: 'PAP',
  contract_id: 'Wx15463511252015071056489715',
  trade_scene: 'METRO',
  scene_info: {
    start_time: '20170826104339',
    end_time: '20170826114339',
    qrcode_hash: 'a756836e7432437d98bbf07bdde2942c99f6a2ab88a72b60aa747fce54b093c6',
    start_station: '西单',
    end_station: '天安门西',
  },
} as const;

/** A payment by debit card. */
export const CARD_PAYMENT = {
  AMT: 1234,
  NAME: '张安',
  PHONENO: '18826570890',
  CARDNO: '6227000013830237349',
  CARDTYPE: '1',
  ID_NO: '23210219820916601X',
} as const;

/** A payment that the payer scans. */
export const SCANNED = { TRADETYPE: '1', AMT: 100, GOODSNAME: '珍珠奶茶' } as const;

/** A payment by the payer's code; paid at once. */
export const SCANNED_CARD = { AMT: 100, GOODSNAME: '珍珠奶茶', CODE: '134567890123456789' } as const;

/** A payout to a private account. */
export const PAYOUT = {
  AMT: 100,
  BUSITYPE: '001',
  ACCNAME: '张三',
  ACCNO: '6225123456781234',
  ACCTYPE: '0',
  MOBILE: '13800138000',
  BANKNAME: '招商银行',
  MEMO: '代付',
} as const;

/** Where nobody listens. */
export const NOWHERE = 'http://127.0.0.1:9/notify';
