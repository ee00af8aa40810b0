import { conditional, relied } from '@yinjian/provider-kit';
import * as field from './fields.ts';

/** How query, cancel and close name the order [M] 扫码 10.3.1, 10.4.1, 10.5.1. */
export const orderRequest = {
  fields: {
    ORDERNO: conditional(field.ORDERNO),
    MERORDERID: conditional(field.MERORDERID),
    RANDSTR: field.RANDSTR_15,
  },
  atLeastOne: ['MERORDERID', 'ORDERNO'],
} as const;

/** What they answer. */
export const orderReply = {
  ORDERNO: field.ORDERNO,
  AMT: field.AMT,
  TRADETIME: field.TRADETIME,
  PAYTIME: field.PAYTIME,
  STATUS: relied(field.STATUS),
  MERORDERID: relied(field.MERORDERID),
  TRADETYPE: field.WALLET,
  ERR_CODE_MSG: field.ERR_CODE_MSG,
  ERR_CODE: field.ERR_CODE_4,
};
