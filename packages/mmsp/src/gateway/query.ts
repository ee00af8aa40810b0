import { relied, settled } from '@yinjian/provider-kit';
import { envelopeErrors, formQueryHeaderErrors } from '../errors.ts';
import { defineOperation } from '../operation.ts';
import * as field from './fields.ts';
import { queryLater } from './query-later.ts';
import { paymentStates } from './states.ts';

/**
 * 网关支付结果单笔查询 0x0913 [M] 网关 5.3: what has become of an order. `succeeded` means paid, `AMT` fen of it. A query that
 * the platform refuses ends `unknown`: that says nothing about the order, which may not have been posted yet. The payer may
 * then be shown the very same form again, never one with another number while this one can still be posted.
 *
 * Of a payer who never posts the form, nothing else ever comes, and the documents give the order no expiry. Once you wait for
 * the payment no longer, an order that neither a notification nor `queryBatch` of the day reports as paid may be written off;
 * a notification that comes all the same is a payment, to be honoured or given back.
 *
 * @throws RequestError before anything is sent, when the input breaks a rule.
 */
export const query = defineOperation({
  name: 'gateway.query',
  product: 'gateway',
  commandId: 0x0913,
  // As the sample prints it.
  replyCommandId: 35_104,
  title: { zh: '网关支付结果单笔查询', en: 'Query an order' },
  section: '[M] 网关 5.3',
  open: true,
  movesMoney: false,
  needsCertificate: false,
  role: 'query',
  orderField: 'MERORDERID',
  request: { fields: { MERORDERID: field.MERORDERID } },
  reply: {
    STATUS: relied(field.STATUS),
    ERRCODE: field.ERRCODE,
    ERRMSG: field.ERRMSG,
    LIST_ID: settled(field.LIST_ID),
    MERORDERID: relied(field.MERORDERID),
    AMT: settled(field.AMT),
    GOODSNAME: field.GOODSNAME,
    PAY_CHANNEL: field.PAY_CHANNEL,
    PAY_DATE: field.PAY_DATE,
    NOTIFY_DATE: field.NOTIFY_DATE,
    REMARK: field.REMARK,
  },
  echoes: ['MERORDERID'],
  states: paymentStates,
  errors: envelopeErrors,
  headerErrors: formQueryHeaderErrors,
  whenUnknown: queryLater,
});
