import { relied } from '@yinjian/provider-kit';
import { defineOperation } from '../operation.ts';
import { quickPayErrors } from './errors.ts';
import * as field from './fields.ts';

/**
 * 鉴权绑卡短信 0x030D [M] 快捷 5.1: sends the card holder the code for `bind`, which takes the same `MERORDERID`: both tables
 * have the number, and nothing else ties the code to the card. Not open at the platform (暂未开通).
 */
export const bindSms = defineOperation({
  name: 'quickPay.bindSms',
  product: 'quickPay',
  commandId: 0x030d,
  title: { zh: '鉴权绑卡短信', en: 'Text message for binding a card' },
  section: '[M] 快捷 5.1',
  open: false,
  movesMoney: false,
  needsCertificate: false,
  role: 'act',
  orderField: 'MERORDERID',
  request: {
    fields: {
      MERORDERID: field.MERORDERID,
      USER_ID: field.USER_ID,
      CARDNO: field.CARDNO,
      PHONENO: field.PHONENO,
      RANDSTR: field.RANDSTR,
    },
  },
  reply: {
    STATUS: relied(field.STATUS),
    ERRCODE: field.ERRCODE,
    ERRMSG: field.ERRMSG,
    USER_ID: field.USER_ID,
    MERORDERID: relied(field.MERORDERID),
    CARDNO: field.CARDNO,
    LIST_ID: field.LIST_ID,
  },
  echoes: ['MERORDERID', 'USER_ID'],
  states: {
    field: 'STATUS',
    values: {
      '1': {
        status: 'pending',
        title: { zh: '绑卡中', en: 'code sent, waiting for it' },
        next: { action: 'proceed', operation: 'quickPay.bind', take: ['MERORDERID', 'USER_ID'] },
      },
      // Only 1 is documented; these two are what the other operations use for a failure.
      '0': { status: 'failed', title: { zh: '短信未发送', en: 'not sent' } },
      '2': { status: 'failed', title: { zh: '短信未发送', en: 'not sent' } },
    },
  },
  errors: quickPayErrors,
  whenUnknown: {
    action: 'repeat',
    operation: 'quickPay.bindSms',
    afterSeconds: [field.SMS_RESEND_SECONDS],
  },
});
