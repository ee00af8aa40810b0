import { relied, type States, settled } from '@yinjian/provider-kit';
import * as field from './fields.ts';
import { queryLater } from './timing.ts';

/** What every card payment sends: the merchant scans the payer's code (反扫) [M] 扫码 5.2.2, 6.2.2, 7.2.2. */
export const cardRequest = {
  AMT: field.AMT,
  CUR: field.CUR_REQUIRED,
  GOODSNAME: field.GOODSNAME,
  NOTIFY_URL: field.NOTIFY_URL,
  MERORDERID: field.MERORDERID,
  RANDSTR: field.RANDSTR,
  CODE: field.CODE,
  TIME_END: field.TIME_END,
  IP: field.IP,
  ISTO: field.ISTO,
  LIMIT_PAY: field.LIMIT_PAY,
};

/** What a card payment answers. */
export const cardReply = {
  ORDERNO: settled(field.ORDERNO_18),
  TRADETIME: field.TRADETIME,
  MERORDERID: relied(field.MERORDERID),
  STATUS: relied(field.STATUS),
  ERR_CODE_MSG: field.ERR_CODE_MSG,
  ERR_CODE: field.ERR_CODE,
};

/** A payment that succeeds at once is not notified; one that is under way has to be queried. */
export const cardStates: States = {
  field: 'STATUS',
  values: {
    '1': { status: 'succeeded', title: { zh: '支付成功', en: 'paid' } },
    '2': { status: 'failed', title: { zh: '支付失败', en: 'the payment failed' } },
    '3': { status: 'pending', title: { zh: '支付中', en: 'the payer is still paying' }, next: queryLater },
  },
};
