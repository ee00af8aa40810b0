import { conditional } from '@yinjian/provider-kit';
import { envelopeErrors } from '../errors.ts';
import { defineOperation } from '../operation.ts';
import * as field from './fields.ts';
import { refundReply, refundStates } from './refund-reply.ts';
import { refundQueryLater } from './timing.ts';

/** 退款 0x0908 [M] 扫码 10.6: gives back a paid order or a part of it, under a number of its own. */
export const refund = defineOperation({
  name: 'scanPay.refund',
  product: 'scanPay',
  commandId: 0x0908,
  title: { zh: '退款', en: 'Refund' },
  section: '[M] 扫码 10.6',
  open: true,
  movesMoney: true,
  needsCertificate: true,
  role: 'create',
  orderField: 'REFUND_MERORDERID',
  request: {
    fields: {
      ORDERNO: conditional(field.ORDERNO),
      MERORDERID: conditional(field.MERORDERID),
      RANDSTR: field.RANDSTR_15,
      REFUND_MERORDERID: field.REFUND_MERORDERID,
      AMT: field.REFUND_AMT,
    },
    atLeastOne: ['MERORDERID', 'ORDERNO'],
  },
  reply: refundReply,
  echoes: ['REFUND_MERORDERID', 'AMT'],
  states: refundStates,
  errors: envelopeErrors,
  whenUnknown: refundQueryLater,
});
