import { conditional, optional, relied, settled } from '@yinjian/provider-kit';
import { defineOperation } from '../operation.ts';
import { payoutQueryErrors } from './errors.ts';
import * as field from './fields.ts';
import { payoutStates, queryLater } from './states.ts';

/**
 * 单笔代付结果查询 0x1002 [M] 代付 5.2: what has become of a payout, by `ORDERNO` or `BSORDERNO`. A query that the platform
 * refuses ends `unknown`: that says nothing about the payout. Where the platform does not know `ORDERNO` (1028), `next` is
 * to send the very same payout again, under the same number.
 *
 * @throws RequestError before anything is sent, when the input breaks a rule.
 */
export const query = defineOperation({
  name: 'payout.query',
  product: 'payout',
  commandId: 0x1002,
  title: { zh: '单笔代付结果查询', en: 'Query a payout' },
  section: '[M] 代付 5.2',
  open: true,
  movesMoney: false,
  needsCertificate: false,
  role: 'query',
  orderField: 'ORDERNO',
  request: {
    fields: {
      CMDID: field.CMDID,
      VERSION: field.VERSION,
      MERNO: field.MERNO,
      ORDERNO: conditional(field.ORDERNO),
      BSORDERNO: conditional(field.BSORDERNO),
      REQTIME: field.REQTIME,
    },
    atLeastOne: ['ORDERNO', 'BSORDERNO'],
  },
  reply: {
    RETCODE: field.RETCODE,
    RETMSG: field.RETMSG,
    MERNO: field.MERNO_VALUE,
    ORDERNO: relied(field.ORDERNO),
    BSORDERNO: field.BSORDERNO,
    PAYSTATE: relied(field.PAYSTATE),
    DESC: field.DESC,
    AMT: settled(field.AMT),
    CURTYPE: field.CURTYPE,
    ACCNAME: field.ACCNAME,
    ACCNO: field.ACCNO,
    BUSITYPE: field.BUSITYPE,
    MEMO: field.MEMO,
    RSPTIME: field.RSPTIME,
    MOBILE: field.MOBILE,
    BANKNAME: optional(field.BANKNAME),
    BANKSETTLENO: optional(field.BANKSETTLENO),
    BANKBRANCHNAME: optional(field.BANKBRANCHNAME),
    BUSINO: field.BUSINO,
  },
  echoes: ['ORDERNO', 'BSORDERNO', 'MERNO'],
  states: payoutStates,
  errors: payoutQueryErrors,
  whenUnknown: queryLater,
});
