import { optional, relied } from '@yinjian/provider-kit';
import { defineOperation } from '../operation.ts';
import { payoutErrors } from './errors.ts';
import * as field from './fields.ts';
import { payoutStates, queryLater } from './states.ts';

/**
 * 单笔代付 0x1001 [M] 代付 5.1: pays out to a bank account. `AMT` in fen, at most 1 000 000 000. An outcome other than
 * `succeeded` and `failed` is settled by `query`, never by a payout under another number. Where `authenticated` is false,
 * nothing but the transport vouches for it.
 *
 * @throws RequestError before anything is sent: when the input breaks a rule, or `ORDERNO` was sent before with other
 * parameters.
 */
export const pay = defineOperation({
  name: 'payout.pay',
  product: 'payout',
  commandId: 0x1001,
  title: { zh: '单笔代付', en: 'Single payout' },
  section: '[M] 代付 5.1',
  open: true,
  movesMoney: true,
  needsCertificate: false,
  role: 'create',
  orderField: 'ORDERNO',
  request: {
    fields: {
      CMDID: field.CMDID,
      VERSION: field.VERSION,
      MERNO: field.MERNO,
      ORDERNO: field.ORDERNO,
      REQTIME: field.REQTIME,
      AMT: field.AMT,
      BUSITYPE: field.BUSITYPE,
      ACCNAME: field.ACCNAME,
      ACCNO: field.ACCNO,
      MEMO: field.MEMO,
      PAYTYPE: optional(field.PAYTYPE),
      ACCTYPE: field.ACCTYPE,
      MOBILE: field.MOBILE,
      BANKNAME: field.BANKNAME,
      BANKBRANCHNAME: optional(field.BANKBRANCHNAME),
      BANKPROV: optional(field.BANKPROV),
      BANKCITY: optional(field.BANKCITY),
      IDCARD: optional(field.IDCARD),
      CHLNO: optional(field.CHLNO),
      CHLMERNO: optional(field.CHLMERNO),
    },
    cases: {
      on: 'ACCTYPE',
      of: {
        // The table says not to send it for private accounts; the document's own sample does.
        '0': { BANKSETTLENO: optional(field.BANKSETTLENO) },
        '1': { CVV2: optional(field.CVV2), BANKSETTLENO: optional(field.BANKSETTLENO) },
        '2': { BANKSETTLENO: field.BANKSETTLENO },
      },
    },
  },
  reply: {
    RETCODE: field.RETCODE,
    RETMSG: field.RETMSG,
    MERNO: field.MERNO_VALUE,
    ORDERNO: relied(field.ORDERNO_14),
    BSORDERNO: field.BSORDERNO_14,
    PAYSTATE: relied(field.PAYSTATE),
    DESC: field.DESC,
    RSPTIME: field.RSPTIME,
    // These are not in table 5.1.3; the document's sample has them.
    AMT: optional(field.AMT),
    ACCNAME: optional(field.ACCNAME),
    ACCNO: optional(field.ACCNO),
  },
  echoes: ['ORDERNO', 'MERNO', 'AMT', 'ACCNO'],
  states: payoutStates,
  errors: payoutErrors,
  whenUnknown: queryLater,
});
