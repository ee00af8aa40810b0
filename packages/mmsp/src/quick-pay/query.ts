import { relied, settled } from '@yinjian/provider-kit';
import { queryHeaderErrors } from '../errors.ts';
import { defineOperation } from '../operation.ts';
import { quickPayErrors } from './errors.ts';
import * as field from './fields.ts';
import { confirmIfPlaced, queryLater } from './next-steps.ts';

/**
 * 单笔交易查询 0x0305 [M] 快捷 5.7: what has become of an order. `succeeded` means paid, `AMT` fen of it. A query that the
 * platform refuses ends `unknown`: that says nothing about the order. The sample's 775 is the id of another command.
 *
 * After `pay` without a reply: `pending` says that the order was placed. Where its code has not been handed in, go on with
 * `confirm`, under the `LIST_ID` of this reply (`next.awaits`); where it has, keep asking. The reply does not tell which
 * operation placed the order, and only those of `pay` (`placedBy`) await a `confirm`: one of `unionPayOrder` waits for its
 * payer alone. A client that sent the order itself leaves out what does not apply.
 *
 * Where the platform knows no such order, `next` is to send the very same request again; where this client sent it and it
 * was refused, to go on asking: it was not executed if it is still not there after the last pause.
 */
export const query = defineOperation({
  name: 'quickPay.query',
  product: 'quickPay',
  commandId: 0x0305,
  title: { zh: '单笔交易查询', en: 'Query an order' },
  section: '[M] 快捷 5.7',
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
    PAY_DATE: field.PAY_DATE,
    NOTIFY_DATE: field.NOTIFY_DATE,
    CARDNO: field.CARDNO,
    AMT: settled(field.AMT),
    CARDTYPE: field.CARDTYPE,
    BIND_ID: field.BIND_ID_OF_USER,
  },
  echoes: ['MERORDERID'],
  states: {
    field: 'STATUS',
    values: {
      // It may be an order whose reply was lost, and whose payer has the code at hand [M] 快捷 4.2.1.
      '0': {
        status: 'pending',
        title: { zh: '待支付', en: 'not paid yet' },
        next: { ...queryLater, awaits: confirmIfPlaced },
      },
      '1': { status: 'succeeded', title: { zh: '支付成功', en: 'paid' } },
      '2': { status: 'failed', title: { zh: '支付失败', en: 'the payment failed' } },
      '3': { status: 'refunded', title: { zh: '已退款', en: 'was paid and has been refunded' } },
    },
  },
  errors: quickPayErrors,
  headerErrors: queryHeaderErrors,
  whenUnknown: queryLater,
});
