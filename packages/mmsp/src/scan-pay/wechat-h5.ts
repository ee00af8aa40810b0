import { defineOperation } from '../operation.ts';
import * as field from './fields.ts';
import { h5Reply, h5Request } from './h5-payment.ts';
import { placementStates, placing } from './pre-order.ts';

/**
 * 微信H5支付 0x0911 [M] 扫码 5.3: places an order whose `URL`, opened outside WeChat, opens WeChat. `AMT` in fen. Ends
 * `pending` when it was placed, not paid: only `query` or the notification says that it was paid.
 *
 * @throws RequestError before anything is sent: when the input breaks a rule, or `MERORDERID` was sent before with
 * other parameters.
 */
export const wechatH5 = defineOperation({
  ...placing,
  name: 'scanPay.wechatH5',
  commandId: 0x0911,
  title: { zh: '微信H5支付', en: 'WeChat H5 payment' },
  section: '[M] 扫码 5.3',
  request: { fields: { ...h5Request, JUMP_URL: field.JUMP_URL, LIMIT_PAY: field.LIMIT_PAY } },
  reply: h5Reply,
  states: placementStates,
});
