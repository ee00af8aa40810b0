import { relied } from '@yinjian/provider-kit';
import { defineOperation } from '../operation.ts';
import { quickPayErrors } from './errors.ts';
import * as field from './fields.ts';
import { queryLater } from './next-steps.ts';

/**
 * 交易短信确认 0x0304 [M] 快捷 5.4: hands in the payer's code. Ends `pending` when the code was right, which starts the
 * payment; `query` tells whether it was paid.
 */
export const confirm = defineOperation({
  name: 'quickPay.confirm',
  product: 'quickPay',
  commandId: 0x0304,
  title: { zh: '交易短信确认', en: 'Confirm with the code from the text message' },
  section: '[M] 快捷 5.4',
  open: true,
  movesMoney: true,
  needsCertificate: false,
  role: 'act',
  orderField: 'LIST_ID',
  request: {
    fields: { LIST_ID: field.LIST_ID, MSG_CODE: field.MSG_CODE, RANDSTR: field.RANDSTR },
  },
  reply: {
    STATUS: relied(field.STATUS),
    LIST_ID: {
      ...field.LIST_ID,
      presence: 'conditional',
      condition: { zh: 'STATUS 为 1 时', en: 'where STATUS is 1' },
    },
    ERRCODE: field.ERRCODE,
    ERRMSG: field.ERRMSG,
  },
  echoes: ['LIST_ID'],
  states: {
    field: 'STATUS',
    values: {
      '1': {
        status: 'pending',
        title: { zh: '确认成功', en: 'code accepted, payment under way' },
        next: queryLater,
      },
      // «其他都为失败», but 0 means «unknown, query» when a bound card is charged with a code [M] 快捷 5.12.3.
      '0': {
        status: 'unknown',
        title: { zh: '状态未知，请发查询', en: 'not known: query' },
        next: queryLater,
      },
      '2': { status: 'failed', title: { zh: '确认失败', en: 'not confirmed' } },
    },
  },
  errors: quickPayErrors,
  whenUnknown: queryLater,
});
