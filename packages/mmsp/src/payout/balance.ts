import { code, type NextStep, relied, text } from '@yinjian/provider-kit';
import { defineOperation } from '../operation.ts';
import { ACCINFO } from './account-groups.ts';
import { payoutErrors } from './errors.ts';
import * as field from './fields.ts';

/** With a number of its own each time. */
const askAgain: NextStep = { action: 'query', operation: 'payout.balance', afterSeconds: [5, 15, 60] };

/**
 * 账户余额查询 0x1003 [M] 代付 5.3: what the merchant can pay out, an account a channel in `ACCINFO`. Amounts in fen; they
 * may be 0 or negative. `succeeded` means that there is an answer, not that there is money. `ORDERNO` is the query's own
 * number, digits only. Each account has to be paid out from separately.
 *
 * @throws RequestError before anything is sent, when the input breaks a rule.
 */
export const balance = defineOperation({
  name: 'payout.balance',
  product: 'payout',
  commandId: 0x1003,
  title: { zh: '账户余额查询', en: 'Query the balances' },
  section: '[M] 代付 5.3',
  open: true,
  movesMoney: false,
  needsCertificate: false,
  role: 'query',
  request: {
    fields: {
      CMDID: field.CMDID,
      VERSION: field.VERSION,
      QRYTYPE: code(
        { zh: '查询类型（目前只支持查询商户余额）', en: 'What to query (so far the balance only)' },
        {
          '1': { zh: '只查余额', en: 'Balance only' },
          '2': { zh: '所有账目', en: 'All accounts' },
          '3': { zh: '查询垫资可用额度', en: 'Available advance' },
        },
      ),
      MERNO: field.MERNO,
      ORDERNO: text(
        { zh: '查询流水', en: 'Number of this query' },
        { pattern: [/^\d+$/, 'must be digits only'] },
      ),
      REQTIME: field.REQTIME,
    },
  },
  reply: {
    RETCODE: field.RETCODE,
    RETMSG: field.RETMSG,
    RSPTIME: field.RSPTIME,
    ACCINFO: relied(ACCINFO),
  },
  echoes: ['MERNO', 'ORDERNO'],
  states: {
    field: 'RETCODE',
    values: { '0000': { status: 'succeeded', title: { zh: '查询成功', en: 'answered' } } },
  },
  errors: payoutErrors,
  whenUnknown: askAgain,
});
