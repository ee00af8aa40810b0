import { conditional, list, type NextStep, relied, settled } from '@yinjian/provider-kit';
import * as batch from '../envelope/batch-fields.ts';
import { envelopeErrors } from '../errors.ts';
import { defineOperation } from '../operation.ts';
import * as field from './fields.ts';

const askAgain: NextStep = { action: 'query', operation: 'quickPay.queryBatch', afterSeconds: [5, 15, 60] };

/**
 * 快捷支付多笔批量查询 0x0309 [M] 快捷 5.9: one page of the orders that were paid in a stretch of time. An order that is
 * not among them may still be paid.
 */
export const queryBatch = defineOperation({
  name: 'quickPay.queryBatch',
  product: 'quickPay',
  commandId: 0x0309,
  title: { zh: '快捷支付多笔批量查询', en: 'Query paid orders' },
  section: '[M] 快捷 5.9',
  open: true,
  movesMoney: false,
  needsCertificate: false,
  role: 'query',
  request: {
    fields: {
      START_DATE: batch.START_DATE,
      END_DATE: batch.END_DATE,
      PERPAGE: batch.PERPAGE,
      PAGE: batch.PAGE,
    },
    dateWindow: batch.BATCH_WINDOW,
  },
  reply: {
    STATUS: relied(field.STATUS),
    ERRCODE: field.ERRCODE,
    ERRMSG: field.ERRMSG,
    BIZ_CONTENT: settled(
      list(
        { zh: '具体数据包', en: 'Orders' },
        {
          STATUS: field.ROW_STATUS,
          LIST_ID: field.LIST_ID,
          MERORDERID: field.MERORDERID,
          PAY_DATE: field.PAY_DATE,
          NOTIFY_DATE: field.NOTIFY_DATE,
          CARDNO: field.CARDNO,
          AMT: field.AMT,
          CARDTYPE: field.CARDTYPE,
          BIND_ID: conditional(field.BIND_ID),
        },
      ),
    ),
    PERPAGE: batch.PERPAGE,
    PAGE: batch.PAGE,
    TOTAL_NUM: batch.TOTAL_NUM,
    TOTAL_PAGE: settled(batch.TOTAL_PAGE),
  },
  echoes: ['PAGE'],
  states: {
    field: 'STATUS',
    values: {
      '1': { status: 'succeeded', title: { zh: '查询订单成功', en: 'orders found' } },
      // 0 says both that nothing was found and that the query failed; only a failed one has an error code.
      '0': {
        status: 'succeeded',
        title: { zh: '无数据', en: 'no orders found' },
        nothing: { BIZ_CONTENT: [], TOTAL_NUM: 0, TOTAL_PAGE: 0 },
      },
    },
  },
  errors: envelopeErrors,
  whenUnknown: askAgain,
});
