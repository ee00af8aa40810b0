import { conditional } from '@yinjian/provider-kit';
import { envelopeErrors, refundQueryHeaderErrors } from '../errors.ts';
import { defineOperation } from '../operation.ts';
import * as field from './fields.ts';
import { refundReply, refundStates } from './refund-reply.ts';
import { refundQueryLater } from './timing.ts';

/**
 * 退款查询订单 0x0909 [M] 扫码 10.7: what has become of a refund. `pending` while it is accepted, `failed` when it has failed.
 * The platform has no state that says that the payer has the money, so a refund that goes well stays `pending` for ever
 * and `untilFinal` ends by its own bounds: ask once or twice whether it has failed.
 *
 * Where the platform knows no such refund, ask again after the pauses; after the last one, compare the refunded sum
 * with the platform's back office before any new refund: a person decides. Whether the platform takes a refund number
 * twice is not documented, so a repeat may give the money back twice.
 *
 * @throws RequestError before anything is sent, when the input breaks a rule.
 */
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
  headerErrors: refundQueryHeaderErrors,
  whenUnknown: refundQueryLater,
});
