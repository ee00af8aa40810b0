import { envelopeErrors } from '../errors.ts';
import { defineOperation } from '../operation.ts';
import { orderReply, orderRequest } from './existing-order.ts';
import { queryLater } from './timing.ts';

/**
 * 撤销订单 0x0907 [M] 扫码 10.4: undoes an order, paid or not; not before `CANCEL_AFTER_SECONDS`. Rejects with a
 * `ConfigurationError` (`certificate_required`) where the client has no `certificateFetch`. Ends `failed` where that
 * was refused: the order itself is then for `query` to tell.
 *
 * @throws RequestError before anything is sent, when the input breaks a rule.
 */
export const cancel = defineOperation({
  name: 'scanPay.cancel',
  product: 'scanPay',
  commandId: 0x0907,
  title: { zh: '撤销订单', en: 'Cancel an order' },
  section: '[M] 扫码 10.4',
  open: true,
  movesMoney: true,
  needsCertificate: true,
  role: 'act',
  orderField: 'MERORDERID',
  request: orderRequest,
  reply: orderReply,
  echoes: ['ORDERNO', 'MERORDERID'],
  states: {
    field: 'STATUS',
    values: {
      '1': { status: 'succeeded', title: { zh: '撤单成功', en: 'cancelled' } },
      '2': { status: 'failed', title: { zh: '撤单失败', en: 'not cancelled' } },
    },
  },
  errors: envelopeErrors,
  whenUnknown: queryLater,
});
