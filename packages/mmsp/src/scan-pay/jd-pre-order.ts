import { defineOperation } from '../operation.ts';
import { placementStates, placing, preOrderReply, preOrderRequest } from './pre-order.ts';
import { scanOnly } from './trade-type.ts';

/**
 * 京东正扫下预订单 0x0407 [M] 扫码 8.1: places an order for a JD payer. `AMT` in fen. Ends `pending` when it was placed, not
 * paid: only `query` or the notification says that it was paid.
 *
 * @throws RequestError before anything is sent: when the input breaks a rule, or `MERORDERID` was sent before with
 * other parameters.
 */
export const jdPreOrder = defineOperation({
  ...placing,
  name: 'scanPay.jdPreOrder',
  commandId: 0x0407,
  title: { zh: '京东正扫下预订单', en: 'JD pre-order: scan' },
  section: '[M] 扫码 8.1',
  request: { fields: { TRADETYPE: scanOnly, ...preOrderRequest } },
  reply: preOrderReply(scanOnly),
  states: placementStates,
});
