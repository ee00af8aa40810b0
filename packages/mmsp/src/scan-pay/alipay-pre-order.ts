import { defineOperation } from '../operation.ts';
import * as field from './fields.ts';
import { placementStates, placing, preOrderReply, preOrderRequest } from './pre-order.ts';
import { windowTradeType } from './trade-type.ts';

/**
 * 支付宝服务窗/正扫下预订单 0x0904 [M] 扫码 6.1: places an order for an Alipay payer. `AMT` in fen. Ends `pending` when it was
 * placed, not paid: only `query` or the notification says that it was paid.
 *
 * @throws RequestError before anything is sent: when the input breaks a rule, or `MERORDERID` was sent before with
 * other parameters.
 */
export const alipayPreOrder = defineOperation({
  ...placing,
  name: 'scanPay.alipayPreOrder',
  commandId: 0x0904,
  title: { zh: '支付宝服务窗/正扫下预订单', en: 'Alipay pre-order: scan, service window' },
  section: '[M] 扫码 6.1',
  request: {
    fields: {
      TRADETYPE: windowTradeType,
      ...preOrderRequest,
      JUMP_URL: field.JUMP_URL_32,
      IS_RAW: field.IS_RAW,
      ISTO: field.ISTO,
      LIMIT_PAY: field.LIMIT_PAY,
    },
    cases: {
      on: 'TRADETYPE',
      of: {
        '1': {},
        '2': { ALIPAY_USER_ID: field.ALIPAY_USER_ID, ALIPAY_ACCOUNT: field.ALIPAY_ACCOUNT },
      },
      atLeastOne: { '2': ['ALIPAY_USER_ID', 'ALIPAY_ACCOUNT'] },
    },
  },
  reply: preOrderReply(windowTradeType),
  states: placementStates,
});
