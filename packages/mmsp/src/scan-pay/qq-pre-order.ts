import { defineOperation } from '../operation.ts';
import * as field from './fields.ts';
import { placementStates, placing, preOrderReply, preOrderRequest } from './pre-order.ts';
import { windowTradeType } from './trade-type.ts';

/**
 * QQ钱包/正扫下预订单 0x0915 [M] 扫码 7.1: places an order for a QQ payer. `AMT` in fen. Ends `pending` when it was placed, not
 * paid: only `query` or the notification says that it was paid.
 *
 * @throws RequestError before anything is sent: when the input breaks a rule, or `MERORDERID` was sent before with
 * other parameters.
 */
export const qqPreOrder = defineOperation({
  ...placing,
  name: 'scanPay.qqPreOrder',
  commandId: 0x0915,
  title: { zh: 'QQ钱包/正扫下预订单', en: 'QQ pre-order: scan, wallet' },
  section: '[M] 扫码 7.1',
  request: {
    fields: {
      TRADETYPE: windowTradeType,
      ...preOrderRequest,
      JUMP_URL: field.JUMP_URL_32,
      IS_RAW: field.IS_RAW,
      ISTO: field.ISTO,
      LIMIT_PAY: field.LIMIT_PAY,
    },
  },
  reply: preOrderReply(windowTradeType),
  states: placementStates,
});
