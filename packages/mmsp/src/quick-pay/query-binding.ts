import { conditional, type NextStep, relied, settled, UNSAID } from '@yinjian/provider-kit';
import { defineOperation } from '../operation.ts';
import { quickPayErrors } from './errors.ts';
import * as field from './fields.ts';

/** How to find out what became of a binding whose number is known. */
export const queryBindingLater: NextStep = {
  action: 'query',
  operation: 'quickPay.queryBinding',
  afterSeconds: [5, 15, 60],
};

const notFound = {
  status: 'unknown',
  title: {
    zh: '查询失败，或卡已不再绑定：文档无法区分',
    en: 'the query failed, or the card is not bound any more: the documents do not tell the two apart',
  },
  next: queryBindingLater,
} as const;

/**
 * 鉴权绑卡查询 0x0308 [M] 快捷 5.8: the card behind a binding, its CVN2 included, which nobody may store. Not open at the
 * platform (暂未开通).
 *
 * Only «bound» is documented; everything else is a query that failed (其他都为失败), of a card that was unbound too. So this
 * stays `unknown` for ever after `unbind`: take the answer of `unbind` for it.
 */
export const queryBinding = defineOperation({
  name: 'quickPay.queryBinding',
  product: 'quickPay',
  commandId: 0x0308,
  title: { zh: '鉴权绑卡查询', en: 'Query a binding' },
  section: '[M] 快捷 5.8',
  open: false,
  movesMoney: false,
  needsCertificate: false,
  role: 'query',
  orderField: 'BIND_ID',
  request: { fields: { BIND_ID: field.BIND_ID } },
  reply: {
    STATUS: relied(field.STATUS),
    ERRCODE: field.ERRCODE,
    ERRMSG: field.ERRMSG,
    LIST_ID: field.LIST_ID,
    CARDNO: field.CARDNO,
    CARDTYPE: field.CARDTYPE,
    EXPDATE: conditional(field.EXPDATE, UNSAID),
    CVN2: conditional(field.CVN2, UNSAID),
    NAME: field.NAME,
    ID_NO: field.ID_NO,
    PHONENO: field.PHONENO,
    BIND_ID: settled(field.BIND_ID),
  },
  echoes: ['BIND_ID'],
  states: {
    field: 'STATUS',
    values: {
      '1': { status: 'succeeded', title: { zh: '查询成功', en: 'the answer was obtained' } },
      // «其他都为失败»: of the query, which says nothing about the binding.
      '0': notFound,
      '2': notFound,
    },
  },
  errors: quickPayErrors,
  whenUnknown: queryBindingLater,
});
