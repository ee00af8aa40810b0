import { conditional, relied, settled } from '@yinjian/provider-kit';
import { envelopeErrors } from '../errors.ts';
import { defineOperation } from '../operation.ts';
import * as field from './fields.ts';
import { queryLater } from './query-later.ts';

/** 单笔交易查询 0x0305 [M] 快捷 5.7: what has become of an order. The sample's 775 is the id of another command. */
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
    BIND_ID: conditional(field.BIND_ID),
  },
  echoes: ['MERORDERID'],
  states: {
    field: 'STATUS',
    values: {
      '0': { status: 'pending', title: { zh: '待支付', en: 'not paid yet' }, next: queryLater },
      '1': { status: 'succeeded', title: { zh: '支付成功', en: 'paid' } },
      '2': { status: 'failed', title: { zh: '支付失败', en: 'the payment failed' } },
      '3': { status: 'refunded', title: { zh: '已退款', en: 'was paid and has been refunded' } },
    },
  },
  errors: envelopeErrors,
  whenUnknown: queryLater,
});
