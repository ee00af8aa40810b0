import { conditional, optional, relied, settled } from '@yinjian/provider-kit';
import { defineOperation } from '../operation.ts';
import { quickPayErrors } from './errors.ts';
import * as field from './fields.ts';
import { queryLater } from './next-steps.ts';

/**
 * 银联快捷支付下单 0x030F [M] 快捷 5.14: places an order over `AMT` fen that the payer pays on a page of UnionPay's: an
 * address with `TRADE_MODE` 1, HTML with 2. Ends `pending` when it was placed; `query` tells whether it was paid.
 *
 * `HTML` is a page by somebody else: serve it from an origin that holds nothing else, or in a sandboxed frame, never
 * within a page of your own. Of `PAY_URL`, check that it is an https address before sending anybody there.
 */
export const unionPayOrder = defineOperation({
  name: 'quickPay.unionPayOrder',
  product: 'quickPay',
  commandId: 0x030f,
  title: { zh: '银联快捷支付下单', en: 'Place a UnionPay order' },
  section: '[M] 快捷 5.14',
  open: true,
  movesMoney: true,
  needsCertificate: false,
  role: 'create',
  orderField: 'MERORDERID',
  request: {
    fields: {
      MERORDERID: field.MERORDERID,
      AMT: field.AMT,
      JUMP_URL: field.JUMP_URL,
      NOTIFY_URL: field.NOTIFY_URL,
      TRADE_MODE: optional(field.TRADE_MODE),
      RANDSTR: field.RANDSTR,
      CARDNO: optional(field.CARDNO_OF_32),
    },
  },
  reply: {
    STATUS: relied(field.STATUS),
    ERRCODE: field.ERRCODE,
    ERRMSG: field.ERRMSG,
    LIST_ID: settled(field.LIST_ID),
    MERORDERID: relied(field.MERORDERID),
    PAY_DATE: field.PAY_DATE,
    NOTIFY_DATE: field.NOTIFY_DATE,
    PAY_URL: field.PAY_URL,
    AMT: settled(field.AMT),
    HTML: conditional(field.HTML, { zh: 'TRADE_MODE 为 2 时', en: 'where TRADE_MODE is 2' }),
  },
  echoes: ['MERORDERID', 'AMT'],
  states: {
    field: 'STATUS',
    values: {
      '0': {
        status: 'pending',
        title: { zh: '下单成功，订单待支付', en: 'placed, waiting for the payer' },
        next: queryLater,
      },
      '1': { status: 'succeeded', title: { zh: '订单已成功支付', en: 'paid' } },
      '2': { status: 'failed', title: { zh: '下单失败', en: 'not placed' } },
      // «3：已…» is cut off in print.
      '3': {
        status: 'unknown',
        title: { zh: '已退款', en: 'refunded (not legible in print)' },
        next: queryLater,
      },
    },
  },
  errors: quickPayErrors,
  whenUnknown: queryLater,
});
