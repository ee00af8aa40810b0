import { conditional } from '@yinjian/provider-kit';
import { envelopeErrors } from '../errors.ts';
import { defineOperation } from '../operation.ts';
import * as field from './fields.ts';
import { refundReply, refundStates } from './refund-reply.ts';
import { refundQueryLater } from './timing.ts';

/**
 * 退款 0x0908 [M] 扫码 10.6: gives back a paid order or a part of it: `AMT` fen, under `REFUND_MERORDERID`, a number of its
 * own. Ends `pending` when it was accepted. Rejects with a `ConfigurationError` (`certificate_required`) where the client
 * has no `certificateFetch`.
 *
 * `query` has no state for refunded and may go on to answer that the order is paid: keep a record of your refunds. Whether
 * the platform takes a refund number twice is not documented, so a client never repeats a refund whose fate is not known:
 * ask `refundQuery`, and where the refund is still not there after the last pause, compare the refunded sum with the
 * platform's back office before a new one.
 *
 * @throws RequestError before anything is sent: when the input breaks a rule, when `REFUND_MERORDERID` was sent before with
 * other parameters (`order_number_reused`) or with the same and is not known to have failed (`not_repeatable`).
 */
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
  repeatable: false,
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
