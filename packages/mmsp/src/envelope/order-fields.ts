import { code, conditional, fen, type Title, text, time, url } from '@yinjian/provider-kit';

// What quick pay and the gateway have in common [M] 快捷 5, 网关 5.
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
export const CARDTYPE = code(
  { zh: '卡类型', en: 'Card type' },
  { '1': { zh: '借记卡', en: 'Debit card' }, '2': { zh: '信用卡', en: 'Credit card' } },
  { maxLength: 1 },
);
export const BIND_ID = text({ zh: '签约序列号', en: 'Binding number' }, { maxLength: 32, sensitive: true });
export const NOTIFY_URL = url({ zh: '后台异步通知地址', en: 'Notification URL' }, { maxLength: 255 });
export const JUMP_URL = url({ zh: '前台跳转地址', en: 'Where the payer returns to' }, { maxLength: 255 });
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
