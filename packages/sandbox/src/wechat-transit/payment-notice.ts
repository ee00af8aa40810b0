import { decodeFlatXml } from '@yinjian/protocol-codec';
import { NOTICE_RETRY_SECONDS } from '@yinjian/wechat-transit';
import type { World } from '../internal/world.ts';
import { signedMessage } from './message.ts';
import { orderFields, type TransitOrder } from './order.ts';

/** 支付结果通知: tells the merchant what became of a deduction. */
export function sendPaymentNotice(order: TransitOrder, { notifier, random }: World): void {
  const { caller, fields, failure } = order;
  const result =
    failure === undefined
      ? { result_code: 'SUCCESS', trade_state: 'SUCCESS' }
      : {
          result_code: 'FAIL',
          err_code: failure.code,
          err_code_des: failure.message,
          trade_state: 'PAY_FAIL',
        };
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
    notification: 'paymentNotice',
    number: order.number,
    url: fields.notify_url,
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
