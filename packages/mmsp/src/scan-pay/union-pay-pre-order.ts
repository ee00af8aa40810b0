import { defineOperation } from '../operation.ts';
import { placementStates, placing, preOrderReply, preOrderRequest } from './pre-order.ts';
import { scanOnly } from './trade-type.ts';

/**
 * 银联钱包正扫下预订单 0x0401 [M] 扫码 9.1: places an order for a UnionPay payer. `AMT` in fen. Ends `pending` when it was placed,
 * not paid: only `query` or the notification says that it was paid.
 *
 * @throws RequestError before anything is sent: when the input breaks a rule, or `MERORDERID` was sent before with
 * other parameters.
 */
export const unionPayPreOrder = defineOperation({
  ...placing,
  name: 'scanPay.unionPayPreOrder',
  commandId: 0x0401,
  title: { zh: '银联钱包正扫下预订单', en: 'UnionPay wallet pre-order: scan' },
  section: '[M] 扫码 9.1',
  request: { fields: { TRADETYPE: scanOnly, ...preOrderRequest } },
  reply: preOrderReply(scanOnly),
  states: placementStates,
});
