import { untilFinal } from '@yinjian/wechat-transit';
import { ride } from './metro-fare.ts';
import { chapter, detail, inWords, must, step } from './report.ts';
import { showSigned } from './signing-text.ts';
import { NOTICE_PATH, OFTEN, type World } from './world.ts';

/** (d) What must not get through. */
export async function attacks(world: World): Promise<void> {
  chapter('(d) What must not get through');
  await tamperedNotice(world);
  await forgedReply(world);
  await droppedConnection(world);
}

async function tamperedNotice({ merchant, notices }: World): Promise<void> {
  step('A real notice, sent again by someone who changed its amount');
  const genuine = await merchant.waitFor(NOTICE_PATH);
  const before = notices.length;
  const body = genuine.body.replace(/(<total_fee>(?:<!\[CDATA\[)?)\d+/, '$11');
  showSigned(body, 'notification');
  const answer = await fetch(merchant.url + NOTICE_PATH, { method: 'POST', body });
  detail('answer', `HTTP ${answer.status}`);
  must('it was refused', answer.status === 400);
  must('the merchant never saw it', notices.length === before);
}

async function forgedReply(world: World): Promise<void> {
  step('A reply to queryorder that says paid, with a forged signature');
  world.sandbox.misbehave({ operation: 'queryorder', fault: 'wrong-signature' });
  const outcome = await world.transit.queryorder({
    sub_mch_id: world.sandbox.merchants.wechatTransit.partner.sub_mch_id,
    out_trade_no: 'METRO20260101000001',
  });
  showSigned(world.lastRequest(), 'request');
  showSigned(world.lastReply(), 'reply');
  detail('outcome', inWords(outcome));
  must('it is not believed', outcome.status === 'unknown' && outcome.cause.code === 'signature_invalid');
}

async function droppedConnection(world: World): Promise<void> {
  step('The platform executes payapply and drops the connection before it answers');
  const out_trade_no = 'METRO20260101000004';
  world.sandbox.misbehave({ operation: 'payapply', fault: 'drop-after-executing' });
  const applied = await world.transit.payapply(ride(world, out_trade_no));
  showSigned(world.lastRequest(), 'request');
  showSigned(world.lastReply(), 'reply');
  detail('outcome', inWords(applied));
  must(
    'a broken connection is unknown, not failed',
    applied.status === 'unknown' && applied.cause.code === 'network',
  );

  step('queryorder: find out');
  const { sub_mch_id } = world.sandbox.merchants.wechatTransit.partner;
  const queried = await untilFinal(
    (options) => world.transit.queryorder({ sub_mch_id, out_trade_no }, options),
    OFTEN,
  );
  showSigned(world.lastRequest(), 'request');
  showSigned(world.lastReply(), 'reply');
  detail('outcome', inWords(queried));
  const orders = world.sandbox.orders.filter(({ number }) => number === out_trade_no);
  must('the fare was paid', queried.status === 'succeeded' && queried.data.total_fee === 300);
  must('and paid once', orders.length === 1);
}
