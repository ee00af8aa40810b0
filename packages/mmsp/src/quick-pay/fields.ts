import { formatChinaTime } from '@yinjian/protocol-codec';
import { code, conditional, filled, text } from '@yinjian/provider-kit';
import { BIND_ID } from '../envelope/order-fields.ts';

export * from '../envelope/order-fields.ts';

/** `string(32)` where [M] 快捷 5.14.2 has it. */
export const CARDNO_OF_32 = text(
  { zh: '卡号', en: 'Card number' },
  { maxLength: 32, pattern: [/^\d{13,32}$/, 'must be 13 to 32 digits'], sensitive: true },
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

/** Recommended, so that no two signed bodies are alike; ten characters [M] 快捷 5.3.2. */
export const RANDSTR_REQUIRED = filled(
  text({ zh: '随机字符串', en: 'Nonce' }, { maxLength: 32 }),
  ({ nonce }) => nonce().slice(0, 10),
);
export const RANDSTR = { ...RANDSTR_REQUIRED, presence: 'optional' } as const;

/** A text message may be sent again after this many seconds [M] 快捷 5.11.1. */
export const SMS_RESEND_SECONDS = 60;

export const TRADE_MODE = code(
  { zh: '返回方式', en: 'What is returned' },
  { '1': { zh: 'url地址', en: 'An address' }, '2': { zh: 'html', en: 'HTML' } },
  { maxLength: 1 },
);
export const PAY_URL = text({ zh: '支付地址', en: "Address of the payer's page" }, { maxLength: 255 });
export const HTML = text({ zh: '支付页面', en: "HTML of the payer's page" });
