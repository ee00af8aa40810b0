import { createMmspClient, importRsaPrivateKey, importRsaPublicKey, untilFinal } from '@yinjian/mmsp';
import { createWechatTransitClient } from '@yinjian/wechat-transit';
import type { Setting } from './setting.ts';

/** One payment of each kind against a sandbox; `EXPECTED_PAYMENTS` is what comes out. */
export async function payments(
  { urls, merchants, platformPublicKeyPem }: Setting,
  /** Makes the order numbers of this run its own: digits. */
  run: string,
): Promise<Readonly<Record<string, string>>> {
  const { MERNO, TERMNO, md5Key, privateKeyPem } = merchants.mmsp;
  const transit = createWechatTransitClient({
    ...merchants.wechatTransit.direct,
    baseUrl: urls.wechatTransit,
  });
  const mmsp = createMmspClient({
    MERNO,
    TERMNO,
    md5Key,
    scanPay: { url: urls.scanPay },
    payout: {
      url: urls.payout,
      merchantPrivateKey: await importRsaPrivateKey(privateKeyPem),
      platformPublicKey: await importRsaPublicKey(platformPublicKeyPem),
    },
  });
  const out_trade_no = `BUS${run}`;
  const applied = await transit.payapply({
    body: '公交代扣',
    out_trade_no,
    total_fee: 200,
    spbill_create_ip: '127.0.0.1',
    notify_url: 'http://127.0.0.1:9/notice',
    trade_type: 'PAP',
    contract_id: 'Wx15463511252015071056489715',
    trade_scene: 'BUS',
    scene_info: {
      start_time: new Date(),
      line_name: '1路',
      qrcode_hash: 'a756836e7432437d98bbf07bdde2942c99f6a2ab88a72b60aa747fce54b093c6',
      plate_number: '京A00001',
    },
  });
  const scanned = await mmsp.scanPay.wechatCard({
    MERORDERID: `SCAN${run}`,
    AMT: 1280,
    GOODSNAME: '早餐',
    CODE: '134567890123456789',
    NOTIFY_URL: 'http://127.0.0.1:9/notification',
  });
  const paidOut = await mmsp.payout.pay({
    ORDERNO: run,
    AMT: 100,
    BUSITYPE: '001',
    ACCNAME: '张三',
    ACCNO: '6225123456781234',
    ACCTYPE: '0',
    MOBILE: '13800138000',
    BANKNAME: '招商银行',
    MEMO: '代付',
  });
  const queried = await untilFinal((options) => transit.queryorder({ out_trade_no }, options), {
    afterSeconds: [0, 0.05],
    maxTries: 100,
    deadlineSeconds: 10,
  });
  return {
    applied: applied.status,
    scanned: scanned.status,
    paidOut: paidOut.status,
    queried: queried.status,
  };
}

export const EXPECTED_PAYMENTS = {
  applied: 'pending',
  scanned: 'succeeded',
  paidOut: 'pending',
  queried: 'succeeded',
};
