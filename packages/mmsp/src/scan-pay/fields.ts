import { formatChinaTime, parseChinaTime } from '@yinjian/protocol-codec';
import {
  code,
  conditional,
  fen,
  filled,
  ipv4,
  optional,
  type Title,
  text,
  time,
  UNSAID,
  url,
} from '@yinjian/provider-kit';
import * as v from 'valibot';
import { ORDER_EXPIRY_SECONDS } from './timing.ts';

export const MERORDERID = text(
  { zh: '商户订单号', en: "Merchant's order number" },
  { maxLength: 20, pattern: [/^[\x21-\x7e]+$/, 'must be printable ASCII without white space'] },
);
export const ORDERNO = text({ zh: '平台订单号', en: "Platform's order number" }, { maxLength: 20 });

export const ORDERNO_18 = text({ zh: '平台订单号', en: "Platform's order number" }, { maxLength: 18 });

/** A reply is read up to 15 digits. */
export const AMT = fen({ zh: '金额（分）', en: 'Amount (fen)' }, { maxLength: 20 });
export const REFUND_AMT = fen({ zh: '退款金额（分）', en: 'Amount of the refund (fen)' }, { maxLength: 20 });
export const GOODSNAME = text({ zh: '商品名称', en: 'Goods' }, { maxLength: 15 });

const nonceTitle = { zh: '随机字符串', en: 'Nonce' };
export const RANDSTR = filled(text(nonceTitle, { maxLength: 20 }), ({ nonce }) => nonce().slice(0, 20));

/** The tables of chapter 10 say `string(15)` and, in words, 20. */
export const RANDSTR_15 = filled(text(nonceTitle, { maxLength: 20, documentedLength: 15 }), ({ nonce }) =>
  nonce().slice(0, 15),
);

/** The only currency there is. */
const CUR = code({ zh: '币种', en: 'Currency' }, { CNY: { zh: '人民币', en: 'Renminbi' } }, { maxLength: 4 });
export const CUR_REQUIRED = filled(CUR, () => 'CNY' as const);
export const CUR_OPTIONAL = conditional(CUR, { zh: '不传为人民币', en: 'left out, it is renminbi' });

const notifyTitle = { zh: '支付结果通知地址', en: 'Notification URL' };
/** The tables have room for 50 or 32 characters, which real addresses exceed: longer ones are sent, with a warning. */
export const NOTIFY_URL_50 = url(notifyTitle, { documentedLength: 50 });
export const NOTIFY_URL = url(notifyTitle, { maxLength: 100 });

/** 暂不传, the tables add. */
export const NOT_YET: Title = { zh: '暂不传', en: 'not to be sent for the time being, say the documents' };
export const JUMP_URL_32 = conditional(
  url({ zh: '支付成功后前台跳转地址', en: 'Where the payer returns to' }, { documentedLength: 32 }),
  NOT_YET,
);
export const JUMP_URL = url({ zh: '前端支付跳转地址', en: 'Where the payer returns to' }, { maxLength: 100 });

const expiryTitle = { zh: '交易过期时间', en: 'When the order expires' };

export const TIME_END = conditional(
  { ...time(expiryTitle, 'yyyy-MM-dd HH:mm:ss'), doubt: isOver },
  {
    zh: `不传则 ${ORDER_EXPIRY_SECONDS} 秒后失效`,
    en: `left out, the order expires after ${ORDER_EXPIRY_SECONDS} seconds`,
  },
);

/** Only a warning: the platform's clock counts, not that of a merchant. */
function isOver(value: string, now: Date): string | undefined {
  const today = formatChinaTime(now, 'yyyy-MM-dd HH:mm:ss').slice(0, value.length);
  return value < today ? 'is over: nobody can pay such an order' : undefined;
}

const DAY_OR_TIME = ['yyyy-MM-dd', 'yyyy-MM-dd HH:mm:ss'];
const DAY_OR_TIME_WORDS = `must be text: China Standard Time written ${DAY_OR_TIME.join(' or ')}`;

/**
 * The H5 tables break off after `yyyy-mm-dd`, so both forms are taken, as text only: a `Date` cut down to its day could
 * expire at once.
 */
export const TIME_END_DAY = conditional(
  {
    ...text(expiryTitle, { maxLength: 19, formats: DAY_OR_TIME }),
    type: 'time',
    encode: v.pipe(v.string(DAY_OR_TIME_WORDS), v.check(isDayOrTime, DAY_OR_TIME_WORDS)),
    doubt: isOver,
  },
  {
    zh: '文档只写到 yyyy-mm-dd，两种写法都可以；不接受 Date：只取日期可能立即失效',
    en: 'the documents break off after yyyy-mm-dd, so either is taken; no Date, which cut down to its day could expire at once',
  },
);

function isDayOrTime(value: string): boolean {
  try {
    parseChinaTime(value.length === 10 ? `${value} 00:00:00` : value, 'yyyy-MM-dd HH:mm:ss');
    return true;
  } catch {
    return false;
  }
}

export const IP = conditional(
  ipv4({ zh: '交易IP地址', en: 'IP address of the transaction' }, { maxLength: 18 }),
  UNSAID,
);
export const ISTO = conditional(
  code(
    { zh: '结算方式', en: 'Settlement' },
    {
      '1': { zh: 'T1（默认）', en: 'T+1 (default)' },
      '2': { zh: 'T0，失败时转为T1', en: 'T+0, or T+1 where that fails' },
    },
    { maxLength: 1 },
  ),
  { zh: '不传为 1', en: 'left out, it is 1' },
);
const BY_DEFAULT_2: Title = { zh: '不传为 2', en: 'left out, it is 2' };
export const LIMIT_PAY = conditional(
  code(
    { zh: '是否限制信用卡交易', en: 'Whether credit cards are excluded' },
    { '1': { zh: '限制', en: 'Excluded' }, '2': { zh: '不限制（默认）', en: 'Accepted (default)' } },
    { maxLength: 32 },
  ),
  BY_DEFAULT_2,
);
export const IS_RAW = conditional(
  code(
    { zh: '是否原生态返回', en: 'Whether PAY_INFO is returned instead of URL' },
    { '1': { zh: '是', en: 'Yes' }, '2': { zh: '否（默认）', en: 'No (default)' } },
    { maxLength: 1 },
  ),
  BY_DEFAULT_2,
);
export const IS_MINIPG = conditional(
  code(
    { zh: '是否小程序支付', en: 'Whether it is paid in a mini program' },
    { '1': { zh: '小程序支付', en: 'In a mini program' } },
    { maxLength: 32 },
  ),
  { zh: '小程序支付时', en: 'where it is paid in a mini program' },
);
export const SUP_APPID = conditional(
  text(
    { zh: '公众号或小程序的AppID', en: 'App ID of the official account or mini program' },
    { maxLength: 32 },
  ),
  UNSAID,
);
export const OPENID = text(
  { zh: '微信用户openid', en: "Payer's WeChat openid" },
  { maxLength: 32, sensitive: true },
);
export const ALIPAY_USER_ID = conditional(
  text({ zh: '买家支付宝用户id', en: "Payer's Alipay user ID" }, { maxLength: 32, sensitive: true }),
);
export const ALIPAY_ACCOUNT = conditional(
  text({ zh: '买家支付宝用户账号', en: "Payer's Alipay account" }, { maxLength: 32, sensitive: true }),
);

/** Whoever knows it can take money until it expires. */
export const CODE = text(
  { zh: '用户付款码', en: "Payer's payment code" },
  {
    maxLength: 32,
    pattern: [/^[\x21-\x7e]+$/, 'must be printable ASCII without white space'],
    sensitive: true,
  },
);
export const REFUND_MERORDERID = text(
  { zh: '商户退款订单号', en: "Merchant's refund number" },
  { maxLength: 20, pattern: [/^[\x21-\x7e]+$/, 'must be printable ASCII without white space'] },
);
export const REFUND_ORDERNO = text(
  { zh: '平台退款订单号', en: "Platform's refund number" },
  { maxLength: 20 },
);

export const STATUS = text({ zh: '状态', en: 'State' }, { maxLength: 1 });

const NOT_DONE: Title = { zh: 'STATUS 不为 1 时', en: 'where STATUS is not 1' };
const errorTitle = { zh: '错误码', en: 'Error code' };
export const ERR_CODE = conditional(text(errorTitle, { maxLength: 20 }), NOT_DONE);
export const ERR_CODE_4 = conditional(text(errorTitle, { maxLength: 4 }), NOT_DONE);
export const ERR_CODE_MSG = conditional(
  text({ zh: '错误信息', en: 'Error message' }, { maxLength: 100 }),
  NOT_DONE,
);
export const PAY_URL = text({ zh: '支付地址', en: 'Where the payer pays' }, { maxLength: 100 });
export const PAY_INFO = optional(
  text(
    { zh: '原生态下单数据（JSON字符串）', en: 'What the wallet is called with (JSON text)' },
    { maxLength: 100 },
  ),
);
export const TRADETIME = {
  ...time({ zh: '交易时间', en: 'Placed at' }, 'yyyy-MM-dd HH:mm:ss'),
  aliases: ['TRDETIME'],
};
export const PAYTIME = time({ zh: '支付时间', en: 'Paid at' }, 'yyyy-MM-dd HH:mm:ss');
export const REFUND_TIME = time({ zh: '退款申请时间', en: 'Refund asked for at' }, 'yyyy-MM-dd HH:mm:ss');

/** `TRADETYPE` of a query, cancel, close and notification; that of an order means something else. */
export const WALLET = code(
  { zh: '支付类型', en: 'Wallet' },
  {
    '1': { zh: '微信', en: 'WeChat' },
    '2': { zh: '支付宝', en: 'Alipay' },
    '3': { zh: 'QQ钱包', en: 'QQ' },
  },
  { maxLength: 1 },
);
