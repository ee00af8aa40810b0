import { settled } from '@yinjian/provider-kit';
import { envelopeErrors, queryHeaderErrors } from '../errors.ts';
import { defineOperation } from '../operation.ts';
import { orderReply, orderRequest } from './existing-order.ts';
import * as field from './fields.ts';
import { queryLater } from './timing.ts';

/**
 * 查询订单 0x0906 [M] 扫码 10.3: what has become of an order. `succeeded` means paid, `AMT` in fen. A query that the platform
 * refuses ends `unknown`: that says nothing about the order. Where the platform knows no such order, `next` is to send
 * the very same request again; a card payment can also be given up with `cancel`, and asked for anew under a new
 * number.
 *
 * **The documents have no state for refunded: an order that was given back, wholly or in part, may still be answered as
 * paid.** Keep a record of your refunds; `refundQuery` asks for one.
 *
 * @throws RequestError before anything is sent, when the input breaks a rule.
 */
export const query = defineOperation({
  name: 'scanPay.query',
  product: 'scanPay',
  commandId: 0x0906,
  title: { zh: '查询订单', en: 'Query an order' },
  section: '[M] 扫码 10.3',
  open: true,
  movesMoney: false,
  needsCertificate: false,
  role: 'query',
  orderField: 'MERORDERID',
  request: orderRequest,
  reply: { ...orderReply, ORDERNO: settled(field.ORDERNO), AMT: settled(field.AMT) },
  echoes: ['ORDERNO', 'MERORDERID'],
  states: {
    field: 'STATUS',
    values: {
      '1': { status: 'succeeded', title: { zh: '支付成功', en: 'paid' } },
      '2': { status: 'failed', title: { zh: '支付失败', en: 'not paid, and will not be' } },
      '3': { status: 'pending', title: { zh: '支付中', en: 'not paid yet' }, next: queryLater },
    },
  },
  errors: envelopeErrors,
  headerErrors: queryHeaderErrors,
  whenUnknown: queryLater,
});
