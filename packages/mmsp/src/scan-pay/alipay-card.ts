import { defineOperation } from '../operation.ts';
import { cardReply, cardRequest, cardStates } from './card-payment.ts';
import { placing } from './pre-order.ts';

/**
 * 支付宝刷卡支付 0x0905 [M] 扫码 6.2: charges the Alipay payer whose code was scanned. `AMT` in fen. Ends `succeeded` when it
 * was paid at once, which is not notified, and `pending` while the payer is still paying: see `untilFinal`.
 *
 * @throws RequestError before anything is sent: when the input breaks a rule, or `MERORDERID` was sent before with
 * other parameters.
 */
export const alipayCard = defineOperation({
  ...placing,
  name: 'scanPay.alipayCard',
  commandId: 0x0905,
  title: { zh: '支付宝刷卡支付', en: 'Alipay card payment' },
  section: '[M] 扫码 6.2',
  request: { fields: cardRequest },
  reply: cardReply,
  states: cardStates,
});
