import { envelopeErrors } from '../errors.ts';
import { defineOperation } from '../operation.ts';
import { orderReply, orderRequest } from './existing-order.ts';
import { queryLater } from './timing.ts';

/**
 * 关闭订单 0x090A [M] 扫码 10.5: keeps an unpaid order from being paid. Ends `failed` where that was refused: the order
 * itself is then for `query` to tell.
 *
 * @throws RequestError before anything is sent, when the input breaks a rule.
 */
export const close = defineOperation({
  name: 'scanPay.close',
  product: 'scanPay',
  commandId: 0x090a,
  title: { zh: '关闭订单', en: 'Close an order' },
  section: '[M] 扫码 10.5',
  open: true,
  movesMoney: false,
  needsCertificate: false,
  role: 'act',
  orderField: 'MERORDERID',
  request: orderRequest,
  reply: orderReply,
  echoes: ['ORDERNO', 'MERORDERID'],
  states: {
    field: 'STATUS',
    values: {
      '1': { status: 'succeeded', title: { zh: '关闭订单成功', en: 'closed' } },
      '2': { status: 'failed', title: { zh: '关闭订单失败', en: 'not closed' } },
    },
  },
  errors: envelopeErrors,
  whenUnknown: queryLater,
});
