import type { PartnerClient } from '@yinjian/wechat-transit';
import type { MerchantServer } from './merchant-server.ts';
import { chapter, detail, inWords, must, step } from './report.ts';
import { showSigned } from './signing-text.ts';
import { NOTICE_PATH, type World } from './world.ts';

/** A ride on the metro, as `payapply` wants it. */
export function ride(world: World, out_trade_no: string): Parameters<PartnerClient['payapply']>[0] {
  return {
    sub_mch_id: world.sandbox.merchants.wechatTransit.partner.sub_mch_id,
    body: '地铁代扣',
    out_trade_no,
    total_fee: 300,
    spbill_create_ip: '127.0.0.1',
    notify_url: world.merchant.url + NOTICE_PATH,
    trade_type: 'PAP',
    contract_id: 'Wx15463511252015071056489715',
    trade_scene: 'METRO',
    scene_info: {
      start_time: new Date(Date.now() - 40 * 60_000),
      end_time: new Date(),
      qrcode_hash: 'a756836e7432437d98bbf07bdde2942c99f6a2ab88a72b60aa747fce54b093c6',
      start_station: '西单',
      end_station: '天安门西',
    },
  };
}

/** (a) payapply accepted → notice verified and acknowledged → queryorder paid. */
export async function metroFare(world: World): Promise<void> {
  chapter('(a) A metro fare — WeChat transit deduction, partner mode, HMAC-SHA256');
  const { transit, merchant } = world;
  const out_trade_no = 'METRO20260101000001';

  step('payapply: apply for a deduction of 3.00 yuan');
  const applied = await transit.payapply(ride(world, out_trade_no));
  showSigned(world.lastRequest(), 'request');
  showSigned(world.lastReply(), 'reply');
  detail('outcome', inWords(applied));
  must('accepted is not paid: the outcome is pending', applied.status === 'pending');

  step('payment notice: the platform calls notify_url');
  const notice = await noticeTo(merchant);
  detail('outcome', world.notices.map(inWords).join(', '));
  must('the notice was verified and says paid', world.notices.at(-1)?.status === 'succeeded');
  must('it was acknowledged', notice.status === 200 && notice.answer.includes('SUCCESS'));

  step('queryorder: what has become of it');
  const queried = await transit.queryorder({
    sub_mch_id: world.sandbox.merchants.wechatTransit.partner.sub_mch_id,
    out_trade_no,
  });
  showSigned(world.lastRequest(), 'request');
  showSigned(world.lastReply(), 'reply');
  detail('outcome', inWords(queried));
  must('paid, 300 fen', queried.status === 'succeeded' && queried.data.total_fee === 300);
}

async function noticeTo(merchant: MerchantServer) {
  const notice = await merchant.waitFor(NOTICE_PATH);
  showSigned(notice.body, 'notification');
  return notice;
}
