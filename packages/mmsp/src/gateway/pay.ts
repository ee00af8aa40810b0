import { envelopeErrors } from '../errors.ts';
import { defineOperation } from '../operation.ts';
import * as field from './fields.ts';
import { queryLater } from './query-later.ts';

/**
 * 网关支付请求 0x0912 [M] 网关 5.1: a form that the payer's browser posts. Nothing comes back to the merchant from it: what
 * becomes of the order is told by the notification and by `query`.
 */
export const pay = defineOperation({
  name: 'gateway.pay',
  product: 'gateway',
  commandId: 0x0912,
  title: { zh: '网关支付请求', en: 'Gateway payment' },
  section: '[M] 网关 5.1',
  open: true,
  movesMoney: true,
  needsCertificate: false,
  role: 'create',
  orderField: 'MERORDERID',
  request: {
    fields: {
      MERORDERID: field.MERORDERID,
      AMT: field.AMT,
      NOTIFY_URL: field.NOTIFY_URL,
      JUMP_URL: field.JUMP_URL,
      PAY_CHANNEL: field.PAY_CHANNEL,
      GOODSNAME: field.GOODSNAME,
      REMARK: field.REMARK,
    },
  },
  reply: {},
  echoes: [],
  states: { field: 'STATUS', values: {} },
  errors: envelopeErrors,
  whenUnknown: queryLater,
});
