import { defineOperation } from '../operation.ts';
import { cardReply, cardRequest, cardStates } from './card-payment.ts';
import { placing } from './pre-order.ts';

/**
 * 微信刷卡支付 0x0903 [M] 扫码 5.2: charges the WeChat payer whose code was scanned. `AMT` in fen. Ends `succeeded` when it was
 * paid at once, which is not notified, and `pending` while the payer is still paying: see `untilFinal`.
 *
 * @throws RequestError before anything is sent: when the input breaks a rule, or `MERORDERID` was sent before with
 * other parameters.
 */
export const wechatCard = defineOperation({
  ...placing,
  name: 'scanPay.wechatCard',
  commandId: 0x0903,
  title: { zh: '微信刷卡支付', en: 'WeChat card payment' },
  section: '[M] 扫码 5.2',
  request: { fields: cardRequest },
  reply: cardReply,
  states: cardStates,
});
