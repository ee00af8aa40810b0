import { relied, settled } from '@yinjian/provider-kit';
import { defineOperation } from '../operation.ts';
import { quickPayErrors } from './errors.ts';
import * as field from './fields.ts';

/**
 * 鉴权绑卡 0x0306 [M] 快捷 5.2: checks card and person, and binds the card to the user, with the code from `bindSms` and the
 * `MERORDERID` that was given there. Not open at the platform (暂未开通); `pay` with a `USER_ID` binds as well (绑卡模式A).
 */
export const bind = defineOperation({
  name: 'quickPay.bind',
  product: 'quickPay',
  commandId: 0x0306,
  title: { zh: '鉴权绑卡', en: 'Bind a card' },
  section: '[M] 快捷 5.2',
  open: false,
  movesMoney: false,
  needsCertificate: false,
  role: 'create',
  orderField: 'MERORDERID',
  request: {
    fields: {
      MERORDERID: field.MERORDERID,
      USER_ID: field.USER_ID,
      CARDNO: field.CARDNO,
      CARDTYPE: field.CARDTYPE,
      NAME: field.NAME,
      ID_NO: field.ID_NO,
      PHONENO: field.PHONENO,
      MSG_CODE: field.MSG_CODE,
      RANDSTR: field.RANDSTR,
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
    LIST_ID: field.LIST_ID,
    BIND_ID: settled(field.BIND_ID),
    USER_ID: settled(field.USER_ID),
    MERORDERID: relied(field.MERORDERID),
    CARDNO: field.CARDNO,
  },
  echoes: ['MERORDERID', 'USER_ID'],
  states: {
    field: 'STATUS',
    values: {
      '1': { status: 'succeeded', title: { zh: '绑卡成功', en: 'bound' } },
      // «其他表示失败或未绑定»: the documents give no further values; these two are what the other operations use.
      '0': { status: 'failed', title: { zh: '未绑定', en: 'not bound' } },
      '2': { status: 'failed', title: { zh: '绑卡失败', en: 'not bound' } },
    },
  },
  errors: quickPayErrors,
  whenUnknown: { action: 'repeat', operation: 'quickPay.bind', afterSeconds: [5, 15, 60] },
});
