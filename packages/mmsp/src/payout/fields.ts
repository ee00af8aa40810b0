import { formatChinaTime } from '@yinjian/protocol-codec';
import { code, fen, filled, optional, provided, text, time } from '@yinjian/provider-kit';

export const CMDID = provided(text({ zh: '命令字', en: 'Command, in decimal' }));
export const VERSION = provided(text({ zh: '版本号', en: 'Version' }, { maxLength: 3 }));
export const MERNO_VALUE = text(
  { zh: '商户号', en: 'Merchant number' },
  { maxLength: 20, aliases: ['MERNNO'] },
);
export const MERNO = provided(MERNO_VALUE);
export const ORDERNO = text(
  { zh: '商户代付单号', en: "Merchant's payout number" },
  { maxLength: 32, pattern: [/^\d+$/, 'must be digits only'] },
);
export const BSORDERNO = text({ zh: 'MMSP平台代付单号', en: "Platform's payout number" }, { maxLength: 32 });

/** What table 5.1.3 says of both numbers in the reply, although the request takes 32. */
export const ORDERNO_14 = text({ zh: '商户代付单号', en: "Merchant's payout number" }, { maxLength: 14 });
export const BSORDERNO_14 = text(
  { zh: 'MMSP平台代付单号', en: "Platform's payout number" },
  { maxLength: 14 },
);

/** Now, in China Standard Time, unless the caller gives it. */
export const REQTIME = filled(time({ zh: '请求时间', en: 'Time of the request' }), ({ now }) =>
  formatChinaTime(now()),
);
export const AMT = fen({ zh: '交易金额（分）', en: 'Amount (fen)' });

/** The tables print `BUSIYPE`; the working name is `BUSITYPE`. */
export const BUSITYPE = {
  ...code(
    { zh: '业务类型', en: 'Kind of business' },
    {
      '001': { zh: '业务往来款', en: 'Business payment' },
      '002': { zh: '员工工资', en: 'Wages' },
      '003': { zh: '报销', en: 'Reimbursement' },
      '004': { zh: '合作款项', en: 'Cooperation payment' },
      '005': { zh: '赔付保金', en: 'Compensation' },
      '999': { zh: '其他', en: 'Other' },
    },
    { maxLength: 3 },
  ),
  aliases: ['BUSIYPE'],
};
export const ACCNAME = text(
  { zh: '收款人姓名', en: 'Name of the payee' },
  { maxLength: 20, sensitive: true },
);
export const ACCNO = text(
  { zh: '收款人账号', en: 'Account of the payee' },
  { maxLength: 20, pattern: [/^[0-9A-Za-z-]+$/, 'must be digits, letters and hyphens'], sensitive: true },
);

/** Free text about a payment to somebody: as personal as the name. */
export const MEMO = text({ zh: '备注信息', en: 'Memo' }, { maxLength: 64, sensitive: true });
export const PAYTYPE = code(
  { zh: '付款方式', en: 'Paid from' },
  {
    '1': { zh: '余额支付（缺省）', en: 'Balance (default)' },
    '2': { zh: '企业网银', en: 'Corporate online bank' },
    '3': { zh: '垫资支付', en: 'Advance' },
  },
);
export const ACCTYPE = code(
  { zh: '账号类型', en: 'Kind of account' },
  {
    '0': { zh: '借记卡', en: 'Debit card' },
    '1': { zh: '贷记卡（暂不支持）', en: 'Credit card (not supported yet)' },
    '2': { zh: '对公账号', en: 'Corporate account' },
  },
);
export const CVV2 = text(
  { zh: '信用卡安全码', en: 'CVV2 of the credit card' },
  { maxLength: 3, pattern: [/^\d{3}$/, 'must be 3 digits'], sensitive: true },
);
export const MOBILE = text(
  { zh: '收款人手机号码', en: 'Mobile number of the payee' },
  { maxLength: 11, pattern: [/^1\d{10}$/, 'must be a mobile number of 11 digits'], sensitive: true },
);
export const BANKNAME = text({ zh: '开户行名称', en: 'Bank, full name' });

/** The table says 10 characters; settlement numbers have 12 digits. */
export const BANKSETTLENO = text(
  { zh: '开户行支行联行号', en: 'Settlement number of the branch' },
  { maxLength: 12, pattern: [/^\d{10,12}$/, 'must be 10 to 12 digits'] },
);
export const BANKBRANCHNAME = text(
  { zh: '支行名称', en: 'Branch' },
  { maxLength: 32, aliases: ['BANKBRACHNONAME'] },
);
export const BANKPROV = text({ zh: '开户行省', en: 'Province of the bank' });
export const BANKCITY = text({ zh: '开户行市', en: 'City of the bank' });
export const IDCARD = text(
  { zh: '收款人身份证', en: 'Identity number of the payee' },
  { maxLength: 32, sensitive: true },
);
export const CHLNO = text({ zh: '代付渠道号', en: 'Payout channel' });
export const CHLMERNO = text({ zh: '代付渠道商户号', en: 'Merchant number at the channel' });

export const RETCODE = text({ zh: '结果', en: 'Result' }, { maxLength: 4 });

/** In the platform's words, which may quote the payee, as may `DESC`. */
export const RETMSG = text(
  { zh: '结果描述', en: 'Result in words' },
  { maxLength: 255, aliases: ['REMSG', 'RETMMSG'], sensitive: true },
);
export const PAYSTATE = text({ zh: '该笔代付状态', en: 'State of the payout' });
export const DESC = text({ zh: '代付状态描述', en: 'State in words' }, { sensitive: true });
export const RSPTIME = time({ zh: '响应时间', en: 'Time of the reply' });
export const CURTYPE = text({ zh: '金额类型（1 人民币，单位分）', en: 'Currency (1: renminbi, in fen)' });
export const BUSINO = optional(text({ zh: '业务号码', en: 'Business number' }));
