import { relied } from '@yinjian/provider-kit';
import * as field from './fields.ts';

/** What both H5 payments send [M] 扫码 5.3.1, 6.5.1. */
export const h5Request = {
  AMT: field.AMT,
  CUR: field.CUR_REQUIRED,
  GOODSNAME: field.GOODSNAME,
  NOTIFY_URL: field.NOTIFY_URL,
  TIME_END: field.TIME_END_DAY,
  IP: field.IP,
  MERORDERID: field.MERORDERID,
  RANDSTR: field.RANDSTR,
};

/** What both answer: `URL` opens the wallet's app. */
export const h5Reply = {
  ORDERNO: field.ORDERNO_18,
  TRADETIME: field.TRADETIME,
  MERORDERID: relied(field.MERORDERID),
  STATUS: relied(field.STATUS),
  URL: field.PAY_URL,
  ERR_CODE_MSG: field.ERR_CODE_MSG,
  ERR_CODE: field.ERR_CODE,
};
