import { defineOperation } from '../operation.ts';
import * as field from './fields.ts';
import { placementStates, placing, preOrderReply, preOrderRequest } from './pre-order.ts';
import { wechatTradeType } from './trade-type.ts';

/**
 * 微信公众号/正扫下预订单 0x0902 [M] 扫码 5.1: places an order for a WeChat payer. With `TRADETYPE` 2 in an official account, or
 * with `IS_MINIPG` 1 in a mini program. `AMT` in fen. Ends `pending` when it was placed, not paid: only `query` or the
 * notification says that it was paid.
 *
 * @throws RequestError before anything is sent: when the input breaks a rule, or `MERORDERID` was sent before with
 * other parameters.
 */
export const wechatPreOrder = defineOperation({
  ...placing,
  name: 'scanPay.wechatPreOrder',
  commandId: 0x0902,
  title: { zh: '微信公众号/正扫下预订单', en: 'WeChat pre-order: scan, official account, mini program' },
  section: '[M] 扫码 5.1',
  request: {
    fields: {
      TRADETYPE: wechatTradeType,
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
        '2': { OPENID: field.OPENID, IS_MINIPG: field.IS_MINIPG, SUP_APPID: field.SUP_APPID },
      },
    },
  },
  reply: preOrderReply(wechatTradeType),
  states: placementStates,
});
