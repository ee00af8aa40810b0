import {
  list,
  relied,
  type States,
  settled,
  type UnknownCause,
  type WireFields,
} from '@yinjian/provider-kit';
import * as batch from './batch-fields.ts';
import * as field from './order-fields.ts';

/** What a batch query answers [M] 快捷 5.9.3, 网关 5.4.3. */
export const batchReply = {
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
        BIND_ID: field.BIND_ID,
      },
    ),
  ),
  PERPAGE: batch.PERPAGE,
  PAGE: batch.PAGE,
  TOTAL_NUM: batch.TOTAL_NUM,
  TOTAL_PAGE: settled(batch.TOTAL_PAGE),
};

const nothing = { BIZ_CONTENT: [], TOTAL_NUM: 0, TOTAL_PAGE: 0 } as const;

/** `STATUS` of the answer, not of its rows. */
export const batchStates: States = {
  field: 'STATUS',
  values: {
    '1': {
      status: 'succeeded',
      title: { zh: '查询订单成功', en: 'orders found' },
      nothing,
      onlyWhereCounted: true,
    },
    // 0 says both that nothing was found and that the query failed: only a failed one has an error code, or words and no
    // count.
    '0': { status: 'succeeded', title: { zh: '无数据', en: 'no orders found' }, nothing },
  },
};

/** A page without rows, where the count says that it has some, would pass for «nothing was paid». */
export function lacksRows(
  { BIZ_CONTENT, TOTAL_NUM, TOTAL_PAGE, PERPAGE, PAGE }: Readonly<Record<string, unknown>>,
  sent: WireFields,
): UnknownCause | undefined {
  if (Array.isArray(BIZ_CONTENT) && BIZ_CONTENT.length > 0) return undefined;
  const page = Number(sent['PAGE'] ?? PAGE ?? 1);
  const rowsBefore = (page - 1) * Number(PERPAGE ?? sent['PERPAGE'] ?? batch.PER_PAGE);
  // Pages after the last one are empty.
  const hasRows = TOTAL_NUM === undefined ? Number(TOTAL_PAGE) >= page : Number(TOTAL_NUM) > rowsBefore;
  if (!hasRows) return undefined;
  const message = 'the reply counts orders that it does not hold';
  return { code: 'reply_mismatch', message, fields: ['BIZ_CONTENT', 'TOTAL_NUM'] };
}
