import { defineOperation } from '../operation.ts';
import { placementStates, placing, preOrderReply, preOrderRequest } from './pre-order.ts';
import { scanOnly } from './trade-type.ts';

/**
 * 支付宝静态码支付 0x0402 [M] 扫码 6.3: places an order that is paid through a fixed code. `AMT` in fen. Ends `pending` when it
 * was placed, not paid: only `query` or the notification says that it was paid.
 *
 * @throws RequestError before anything is sent: when the input breaks a rule, or `MERORDERID` was sent before with
 * other parameters.
 */
export const alipayStaticCode = defineOperation({
  ...placing,
  name: 'scanPay.alipayStaticCode',
  commandId: 0x0402,
  title: { zh: '支付宝静态码支付', en: 'Alipay static code' },
  section: '[M] 扫码 6.3',
  request: { fields: { TRADETYPE: scanOnly, ...preOrderRequest } },
  reply: preOrderReply(scanOnly),
  states: placementStates,
});
