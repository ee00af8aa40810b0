import { defineOperation } from '../operation.ts';
import { placementStates, placing, preOrderReply, preOrderRequest } from './pre-order.ts';
import { scanOnly } from './trade-type.ts';

/**
 * 支付宝动态码支付 0x0403 [M] 扫码 6.4: places an order that is paid through a code of its own. `AMT` in fen. Ends `pending` when
 * it was placed, not paid: only `query` or the notification says that it was paid.
 *
 * @throws RequestError before anything is sent: when the input breaks a rule, or `MERORDERID` was sent before with
 * other parameters.
 */
export const alipayDynamicCode = defineOperation({
  ...placing,
  name: 'scanPay.alipayDynamicCode',
  commandId: 0x0403,
  title: { zh: '支付宝动态码支付', en: 'Alipay dynamic code' },
  section: '[M] 扫码 6.4',
  request: { fields: { TRADETYPE: scanOnly, ...preOrderRequest } },
  reply: preOrderReply(scanOnly),
  states: placementStates,
});
