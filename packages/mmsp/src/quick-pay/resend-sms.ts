import { relied } from '@yinjian/provider-kit';
import { defineOperation } from '../operation.ts';
import { quickPayErrors } from './errors.ts';
import * as field from './fields.ts';
import { confirmOrder, queryLater } from './next-steps.ts';

/** 快捷支付交易短信重发 0x030A [M] 快捷 5.11: sends the payer a code for `confirm` once more, at most every 60 seconds. */
export const resendSms = defineOperation({
  name: 'quickPay.resendSms',
  product: 'quickPay',
  commandId: 0x030a,
  title: { zh: '快捷支付交易短信重发', en: 'Send the text message again' },
  section: '[M] 快捷 5.11',
  open: true,
  movesMoney: false,
  needsCertificate: false,
  role: 'act',
  orderField: 'LIST_ID',
  request: { fields: { LIST_ID: field.LIST_ID, RANDSTR: field.RANDSTR } },
  reply: {
    STATUS: relied(field.STATUS),
    LIST_ID: field.LIST_ID,
    ERRCODE: field.ERRCODE,
    ERRMSG: field.ERRMSG,
  },
  echoes: ['LIST_ID'],
  states: {
    field: 'STATUS',
    values: {
      '1': {
        status: 'pending',
        title: { zh: '发送成功', en: 'code sent, waiting for it' },
        next: confirmOrder,
      },
      // «其他都为失败»: the documents give no further values; these two are what the other operations use.
      '0': { status: 'failed', title: { zh: '发送失败', en: 'not sent' } },
      '2': { status: 'failed', title: { zh: '发送失败', en: 'not sent' } },
    },
  },
  errors: quickPayErrors,
  // Whether the code arrived is for the payer to say; the query tells whether the order still waits for it.
  whenUnknown: queryLater,
});
