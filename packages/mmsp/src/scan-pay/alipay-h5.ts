import { conditional } from '@yinjian/provider-kit';
import { defineOperation } from '../operation.ts';
import * as field from './fields.ts';
import { h5Reply, h5Request } from './h5-payment.ts';
import { placementStates, placing } from './pre-order.ts';

/**
 * 支付宝H5支付 0x0406 [M] 扫码 6.5: places an order whose `URL` opens Alipay. `AMT` in fen. Ends `pending` when it was placed,
 * not paid: only `query` or the notification says that it was paid.
 *
 * @throws RequestError before anything is sent: when the input breaks a rule, or `MERORDERID` was sent before with
 * other parameters.
 */
export const alipayH5 = defineOperation({
  ...placing,
  name: 'scanPay.alipayH5',
  commandId: 0x0406,
  title: { zh: '支付宝H5支付', en: 'Alipay H5 payment' },
  section: '[M] 扫码 6.5',
  // The table says of JUMP_URL both that it is required and that it is not sent for the time being.
  request: { fields: { ...h5Request, JUMP_URL: conditional(field.JUMP_URL, field.NOT_YET) } },
  reply: h5Reply,
  states: placementStates,
});
