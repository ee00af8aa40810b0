import { parseJson } from '@yinjian/protocol-codec';
import { code, type Field, fen, integer, list, numberReader, type Title, text } from '@yinjian/provider-kit';
import { CHLMERNO, CHLNO } from './fields.ts';

/** An amount in fen that is nobody's payment: none, or less than none, may be left. */
function balance(title: Title): Field<number, number, 'required'> {
  return {
    ...fen(title),
    decode: (value) => {
      const amount = readSigned(value);
      // Without the sum, `-0` would not be 0.
      return amount === undefined ? undefined : amount + 0;
    },
  };
}

const readSigned = numberReader(/^-?\d{1,15}$/);

/** One channel's account of the merchant [M] 代付 5.3.3. */
const account = {
  ACCSTATUS: code(
    { zh: '账户状态', en: 'State of the account' },
    { '1': { zh: '正常', en: 'normal' }, '0': { zh: '冻结', en: 'frozen' } },
  ),
  BALANCE: balance({ zh: '待清算金额（分）', en: 'Received, not settled yet (fen)' }),
  BALANCEPAY: balance({ zh: '余额代付可用金额（分）', en: 'Can be paid out from the balance (fen)' }),
  ADVANCEPAY: balance({ zh: '垫资代付可用金额（分）', en: 'Can be paid out from the advance (fen)' }),
  FREEZEBAL: balance({ zh: '冻结余额（分）', en: 'Frozen, payouts under way included (fen)' }),
  ISCHARGE: code(
    { zh: '商户属性', en: 'Whether books are kept for the merchant' },
    { '1': { zh: '不记账', en: 'no' }, '2': { zh: '记账', en: 'yes' } },
  ),
  MERTYPE: code(
    { zh: '商户类型', en: 'Kind of merchant' },
    { '1': { zh: 'T1交易', en: 'T1: the next working day' }, '2': { zh: 'D0交易', en: 'D0: the same day' } },
  ),
  CHLNO,
  CHLMERNO,
  // The table gives no unit for the limits: they are kept as they come.
  LIMIT_DOWN: text({ zh: '渠道代付最小金额', en: 'Smallest payout of the channel' }),
  LIMIT_TOP: text({ zh: '渠道代付最大金额', en: 'Largest payout of the channel' }),
  BEGIN_AT: text({ zh: '渠道代付开始时间', en: 'Payouts from (UTC+8)' }),
  END_AT: text({ zh: '渠道代付结束时间', en: 'Payouts until (UTC+8)' }),
  HOLIDAYTYPE: code(
    { zh: '节假日的出款方式', en: 'Payouts on holidays' },
    {
      '0': { zh: '不可以', en: 'none' },
      '1': { zh: '垫资', en: 'from the advance' },
      '2': { zh: '余额', en: 'from the balance' },
      '3': { zh: '垫资余额都可以', en: 'from either' },
    },
  ),
  SETTLE_AT: integer({ zh: '渠道清算时间', en: 'Hour at which the channel settles (UTC+8)' }),
  SETTLE_TYPE: code(
    { zh: '清算类型', en: 'When the channel settles' },
    { '1': { zh: 'T1清算', en: 'T1: working days' }, '2': { zh: 'D1清算', en: 'D1: every day' } },
  ),
};

const accounts = list({ zh: '账户信息', en: 'Accounts, one a channel' }, account);

/**
 * The table calls it a string that comes in several groups; an array, a single group, and the JSON text of either are
 * read alike.
 */
export const ACCINFO = {
  ...accounts,
  decode: (value: unknown) => accounts.decode(withoutText(value)),
};

function withoutText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return parseJson(value);
  } catch {
    return value;
  }
}
