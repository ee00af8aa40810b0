import { conditional, optional, relied, settled } from '@yinjian/provider-kit';
import { defineOperation } from '../operation.ts';
import { quickPayErrors } from './errors.ts';
import * as field from './fields.ts';
import { confirmOrder, queryLater } from './next-steps.ts';

/**
 * 快捷支付交易 0x0303 [M] 快捷 5.3: places an order over `AMT` fen; the payer then receives a code by text message. Ends
 * `pending` when the order was placed: go on with `confirm`, under the `LIST_ID` of the reply.
 */
export const pay = defineOperation({
  name: 'quickPay.pay',
  product: 'quickPay',
  commandId: 0x0303,
  title: { zh: '快捷支付交易', en: 'Quick payment' },
  section: '[M] 快捷 5.3',
  open: true,
  movesMoney: true,
  needsCertificate: false,
  role: 'create',
  orderField: 'MERORDERID',
  request: {
    fields: {
      MERORDERID: field.MERORDERID,
      CARDNO: field.CARDNO,
      AMT: field.AMT,
      CARDTYPE: field.CARDTYPE,
      NAME: field.NAME,
      ID_NO: field.ID_NO,
      PHONENO: field.PHONENO,
      RANDSTR: field.RANDSTR,
      USER_ID: conditional(field.USER_ID, {
        zh: '需在交易后完成绑卡时',
        en: 'where the card is to be bound by the payment',
      }),
      NOTIFY_URL: field.NOTIFY_URL,
      JUMP_URL: optional(field.JUMP_URL),
    },
    cases: {
      on: 'CARDTYPE',
      of: {
        '1': {},
        '2': { EXPDATE: field.EXPDATE, CVN2: field.CVN2 },
      },
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
    AMT: settled(field.AMT),
    BANK_NAME: field.BANK_NAME,
    CARDNO: field.CARDNO,
    BIND_ID: field.BIND_ID_OF_USER,
  },
  echoes: ['MERORDERID', 'AMT'],
  states: {
    field: 'STATUS',
    values: {
      '0': {
        status: 'pending',
        title: { zh: '下单成功，订单待支付', en: 'placed, waiting for the code from the text message' },
        next: confirmOrder,
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
