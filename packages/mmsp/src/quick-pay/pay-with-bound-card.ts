import { relied } from '@yinjian/provider-kit';
import { defineOperation } from '../operation.ts';
import { quickPayErrors } from './errors.ts';
import * as field from './fields.ts';
import { queryLater } from './next-steps.ts';

/**
 * 快捷绑卡支付确认 0x030B [M] 快捷 5.12: pays `AMT` fen with a bound card and the code from `boundCardSms`. Ends `pending`
 * when the code was right; `query` tells whether it was paid. Its flow is marked as unusable (交易流程B 无法使用).
 *
 * The documents have no code for a wrong `MSG_CODE`: a failure without a documented code is `unknown`, and `next.awaits`
 * is to call this again with the right code, under the same `MERORDERID`; where the code was right, query alone.
 */
export const payWithBoundCard = defineOperation({
  name: 'quickPay.payWithBoundCard',
  product: 'quickPay',
  commandId: 0x030b,
  title: { zh: '快捷绑卡支付确认', en: 'Pay with a bound card' },
  section: '[M] 快捷 5.12',
  open: false,
  movesMoney: true,
  needsCertificate: false,
  role: 'create',
  orderField: 'MERORDERID',
  request: {
    fields: {
      BIND_ID: field.BIND_ID,
      MERORDERID: field.MERORDERID,
      USER_ID: field.USER_ID,
      AMT: field.AMT,
      MSG_CODE: field.MSG_CODE,
      RANDSTR: field.RANDSTR,
      NOTIFY_URL: field.NOTIFY_URL,
    },
  },
  reply: {
    STATUS: relied(field.STATUS),
    ERRCODE: field.ERRCODE,
    ERRMSG: field.ERRMSG,
    USER_ID: field.USER_ID,
    BIND_ID: field.BIND_ID,
    LIST_ID: field.LIST_ID,
    MERORDERID: relied(field.MERORDERID),
    PAY_DATE: field.PAY_DATE,
    NOTIFY_DATE: field.NOTIFY_DATE,
    AMT: field.AMT,
    BANK_NAME: field.BANK_NAME,
    CARDNO: field.CARDNO,
  },
  echoes: ['MERORDERID', 'AMT', 'USER_ID', 'BIND_ID'],
  states: {
    field: 'STATUS',
    values: {
      '0': {
        status: 'unknown',
        title: { zh: '状态未知，请发查询', en: 'not known yet, query' },
        next: queryLater,
      },
      // The confirmation succeeded; that the payment did is for the query to say [M] 快捷 4.2.2.
      '1': {
        status: 'pending',
        title: { zh: '确认成功', en: 'code accepted, payment under way' },
        next: queryLater,
      },
      '2': {
        status: 'failed',
        title: { zh: '支付失败', en: 'the payment failed' },
        next: {
          ...queryLater,
          awaits: { action: 'proceed', operation: 'quickPay.payWithBoundCard', take: ['MERORDERID'] },
        },
      },
      '3': { status: 'refunded', title: { zh: '已退款', en: 'was paid and has been refunded' } },
    },
  },
  errors: quickPayErrors,
  whenUnknown: queryLater,
});
