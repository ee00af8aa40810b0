import { relied } from '@yinjian/provider-kit';
import { defineOperation } from '../operation.ts';
import { quickPayErrors } from './errors.ts';
import * as field from './fields.ts';

/**
 * 绑卡支付短信 0x030C [M] 快捷 5.13: sends the card holder the code for `payWithBoundCard`, under the same order number.
 * Its flow is marked as unusable (交易流程B 无法使用).
 */
export const boundCardSms = defineOperation({
  name: 'quickPay.boundCardSms',
  product: 'quickPay',
  commandId: 0x030c,
  title: { zh: '绑卡支付短信', en: 'Text message for paying with a bound card' },
  section: '[M] 快捷 5.13',
  open: false,
  movesMoney: false,
  needsCertificate: false,
  role: 'act',
  orderField: 'MERORDERID',
  request: {
    fields: {
      BIND_ID: field.BIND_ID,
      MERORDERID: field.MERORDERID,
      USER_ID: field.USER_ID,
      PHONENO: field.PHONENO,
      AMT: field.AMT,
      RANDSTR: field.RANDSTR_REQUIRED,
    },
  },
  reply: {
    STATUS: relied(field.STATUS),
    ERRCODE: field.ERRCODE,
    ERRMSG: field.ERRMSG,
    USER_ID: field.USER_ID,
    LIST_ID: field.LIST_ID,
    MERORDERID: relied(field.MERORDERID),
    CARDNO: field.CARDNO,
  },
  echoes: ['MERORDERID', 'USER_ID'],
  states: {
    field: 'STATUS',
    values: {
      '1': {
        status: 'pending',
        title: { zh: '短信已发送', en: 'code sent, waiting for it' },
        next: { action: 'proceed', operation: 'quickPay.payWithBoundCard', take: ['MERORDERID'] },
      },
      // «其他请求失败»: the documents give no further values; these two are what the other operations use.
      '0': { status: 'failed', title: { zh: '请求失败', en: 'not sent' } },
      '2': { status: 'failed', title: { zh: '请求失败', en: 'not sent' } },
    },
  },
  errors: quickPayErrors,
  whenUnknown: {
    action: 'repeat',
    operation: 'quickPay.boundCardSms',
    afterSeconds: [field.SMS_RESEND_SECONDS],
  },
});
