import { defineOperation } from '../operation.ts';
import { cardReply, cardRequest, cardStates } from './card-payment.ts';
import { placing } from './pre-order.ts';

/**
 * QQ刷卡支付 0x0916 [M] 扫码 7.2: charges the QQ payer whose code was scanned. The table of commands prints 0x0308 for it,
 * which is quick pay's; the id of its reply, 0x8916, belongs to this one. Use `qqCardCommandId` to send another. `AMT`
 * in fen. Ends `succeeded` when it was paid at once, which is not notified, and `pending` while the payer is still
 * paying: see `untilFinal`.
 *
 * @throws RequestError before anything is sent: when the input breaks a rule, or `MERORDERID` was sent before with
 * other parameters.
 */
export const qqCard = defineOperation({
  ...placing,
  name: 'scanPay.qqCard',
  commandId: 0x0916,
  replyCommandId: 0x8916,
  title: { zh: 'QQ刷卡支付', en: 'QQ card payment' },
  section: '[M] 扫码 7.2',
  request: { fields: cardRequest },
  reply: cardReply,
  states: cardStates,
});
