import { decodeFlatXml } from '@yinjian/protocol-codec';
import { NOTICE_RETRY_SECONDS } from '@yinjian/wechat-transit';
import type { World } from '../internal/world.ts';
import { signedMessage } from './message.ts';
import { orderFields, type TransitOrder } from './order.ts';

/** 支付结果通知: tells the merchant what became of a deduction. */
export function sendPaymentNotice(order: TransitOrder, world: World): void {
  const { failure } = order;
  const result =
    failure === undefined
      ? PAID
      : {
          result_code: 'FAIL',
          err_code: failure.code,
          err_code_des: failure.message,
          trade_state: 'PAY_FAIL',
        };
  send('paymentNotice', order, result, world);
}

/** Tells the merchant that the payer has repaid a fare: same address, same number. */
export function sendRepaymentNotice(order: TransitOrder, world: World): void {
  send('repaymentNotice', order, { ...PAID, user_repaid: 'Y' }, world);
}

const PAID = { result_code: 'SUCCESS', trade_state: 'SUCCESS' };

function send(
  notification: 'paymentNotice' | 'repaymentNotice',
  order: TransitOrder,
  result: Readonly<Record<string, string>>,
  { notifier, random }: World,
): void {
  const { caller, fields } = order;
  const message = {
    return_code: 'SUCCESS',
    return_msg: 'OK',
    appid: caller.merchant.appid,
    mch_id: caller.merchant.mch_id,
    sub_appid: caller.sub_appid,
    sub_mch_id: caller.sub_mch_id,
    ...result,
    ...orderFields(order),
  };
  notifier.send({
    notification,
    number: order.number,
    url: fields.notify_url ?? '',
    pauses: NOTICE_RETRY_SECONDS,
    compose: (_attempt, flaw) => signedMessage({ ...message, nonce_str: random.nonce() }, caller, flaw),
    isAcknowledgement,
  });
}

function isAcknowledgement(body: string): boolean {
  try {
    return decodeFlatXml(body).get('return_code') === 'SUCCESS';
  } catch {
    return false;
  }
}
