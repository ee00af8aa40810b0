import { conditional } from '@yinjian/provider-kit';
import { envelopeErrors } from '../errors.ts';
import { defineOperation } from '../operation.ts';
import * as field from './fields.ts';
import { refundReply, refundStates } from './refund-reply.ts';
import { refundQueryLater } from './timing.ts';

/** 退款查询订单 0x0909 [M] 扫码 10.7: what has become of a refund. */
export const refundQuery = defineOperation({
  name: 'scanPay.refundQuery',
  product: 'scanPay',
  commandId: 0x0909,
  title: { zh: '退款查询订单', en: 'Query a refund' },
  section: '[M] 扫码 10.7',
  open: true,
  movesMoney: false,
  needsCertificate: false,
  role: 'query',
  orderField: 'REFUND_MERORDERID',
  request: {
    fields: {
      REFUND_ORDERNO: conditional(field.REFUND_ORDERNO),
      REFUND_MERORDERID: conditional(field.REFUND_MERORDERID),
      RANDSTR: field.RANDSTR_15,
    },
    atLeastOne: ['REFUND_MERORDERID', 'REFUND_ORDERNO'],
  },
  reply: refundReply,
  echoes: ['REFUND_ORDERNO', 'REFUND_MERORDERID'],
  states: refundStates,
  errors: envelopeErrors,
  whenUnknown: refundQueryLater,
});
