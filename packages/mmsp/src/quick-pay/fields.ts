import { formatChinaTime } from '@yinjian/protocol-codec';
import { code, conditional, fen, filled, type Title, text, time, url } from '@yinjian/provider-kit';

export const MERORDERID = text(
  { zh: '商户订单号', en: "Merchant's order number" },
  { maxLength: 32, pattern: [/^[\x21-\x7e]+$/, 'must be printable ASCII without white space'] },
);
export const LIST_ID = text({ zh: '平台订单号', en: "Platform's order number" }, { maxLength: 32 });

export const AMT = fen({ zh: '金额（分）', en: 'Amount (fen)' }, { maxLength: 12 });
export const CARDNO = text(
  { zh: '卡号', en: 'Card number' },
  { maxLength: 20, pattern: [/^\d{13,20}$/, 'must be 13 to 20 digits'], sensitive: true },
);
/** `string(32)` where [M] 快捷 5.14.2 has it. */
export const CARDNO_OF_32 = text(
  { zh: '卡号', en: 'Card number' },
  { maxLength: 32, pattern: [/^\d{13,32}$/, 'must be 13 to 32 digits'], sensitive: true },
);
export const CARDTYPE = code(
  { zh: '卡类型', en: 'Card type' },
  { '1': { zh: '借记卡', en: 'Debit card' }, '2': { zh: '信用卡', en: 'Credit card' } },
  { maxLength: 1 },
);

/** Only a warning: the platform knows the card, and the clock of a merchant may be wrong. */
export const EXPDATE = {
  ...text(
    { zh: '信用卡有效期', en: 'Expiry of the credit card (MMYY)' },
    {
      maxLength: 4,
      pattern: [/^(?:0[1-9]|1[0-2])\d{2}$/, 'must be a month and a year, MMYY'],
      formats: ['MMYY'],
      sensitive: true,
    },
  ),
  doubt: (value: string, now: Date) => {
    const lastMonth = `20${value.slice(2)}${value.slice(0, 2)}`;
    return lastMonth < formatChinaTime(now).slice(0, 6) ? 'is over: the card has expired' : undefined;
  },
};
export const CVN2 = text(
  { zh: '信用卡CVN2码', en: 'CVN2 of the credit card' },
  { maxLength: 3, pattern: [/^\d{3}$/, 'must be 3 digits'], sensitive: true },
);
export const NAME = text(
  { zh: '持卡人姓名', en: 'Name of the card holder' },
  { maxLength: 32, sensitive: true },
);
export const ID_NO = text(
  { zh: '身份证号码', en: 'Identity number' },
  { maxLength: 32, pattern: [/^[0-9A-Za-z]+$/, 'must be letters and digits'], sensitive: true },
);
export const PHONENO = text(
  { zh: '持卡人手机号', en: 'Mobile number of the card holder' },
  { maxLength: 11, pattern: [/^1\d{10}$/, 'must be a mobile number of 11 digits'], sensitive: true },
);
export const USER_ID = text(
  { zh: '商户侧持卡人唯一标识', en: "Card holder's ID at the merchant" },
  { maxLength: 32, sensitive: true },
);
export const BIND_ID = text({ zh: '签约序列号', en: 'Binding number' }, { maxLength: 32, sensitive: true });

/** In the answers to a payment and to its query. */
export const BIND_ID_OF_USER = conditional(BIND_ID, {
  zh: '支付请求传入 USER_ID 时',
  en: 'where the payment gave USER_ID',
});
export const BANK_NAME = text({ zh: '所属银行名称', en: 'Bank' }, { maxLength: 12 });
export const BANK_NAME_10 = text({ zh: '所属银行名称', en: 'Bank' }, { maxLength: 10 });
export const MSG_CODE = {
  ...text(
    { zh: '短信验证码', en: 'Code from the text message' },
    { maxLength: 6, pattern: [/^\d{4,6}$/, 'must be 4 to 6 digits'], sensitive: true },
  ),
  perAttempt: true,
};
export const NOTIFY_URL = url({ zh: '后台异步通知地址', en: 'Notification URL' }, { maxLength: 255 });
export const JUMP_URL = url({ zh: '前台跳转地址', en: 'Where the payer returns to' }, { maxLength: 255 });

/** Recommended, so that no two signed bodies are alike; ten characters [M] 快捷 5.3.2. */
export const RANDSTR_REQUIRED = filled(
  text({ zh: '随机字符串', en: 'Nonce' }, { maxLength: 32 }),
  ({ nonce }) => nonce().slice(0, 10),
);
export const RANDSTR = { ...RANDSTR_REQUIRED, presence: 'optional' } as const;

export const STATUS = text({ zh: '响应状态', en: 'State' }, { maxLength: 1 });

/** The tables say: where `STATUS` is not 1; of an order that can be placed, neither 0 nor 1. */
const UNSUCCESSFUL: Title = { zh: 'STATUS 表示未成功时', en: 'where STATUS says that it did not succeed' };
export const ERRCODE = conditional(text({ zh: '错误码', en: 'Error code' }, { maxLength: 4 }), UNSUCCESSFUL);

/** May quote the card. */
export const ERRMSG = conditional(
  text({ zh: '错误信息', en: 'Error message' }, { maxLength: 255, sensitive: true }),
  UNSUCCESSFUL,
);
export const PAY_DATE = time({ zh: '支付成功时间', en: 'Paid at' });
export const NOTIFY_DATE = time({ zh: '通知时间', en: 'Notified at' });

/** A text message may be sent again after this many seconds [M] 快捷 5.11.1. */
export const SMS_RESEND_SECONDS = 60;

export const TRADE_MODE = code(
  { zh: '返回方式', en: 'What is returned' },
  { '1': { zh: 'url地址', en: 'An address' }, '2': { zh: 'html', en: 'HTML' } },
  { maxLength: 1 },
);
export const PAY_URL = text({ zh: '支付地址', en: "Address of the payer's page" }, { maxLength: 255 });
export const HTML = text({ zh: '支付页面', en: "HTML of the payer's page" });

/** What each row of a batch query, the result of a query and the front page of the gateway report. */
export const ROW_STATUS = code(
  { zh: '支付状态', en: 'State of the payment' },
  {
    '0': { zh: '待支付', en: 'not paid yet' },
    '1': { zh: '成功', en: 'paid' },
    '2': { zh: '失败', en: 'failed' },
    '3': { zh: '已退款', en: 'refunded' },
  },
  { maxLength: 1 },
);
