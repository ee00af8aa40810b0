import { code, fen, filled, optional, provided, text, url } from '@yinjian/provider-kit';

const appid = text({ zh: '公众账号ID', en: 'Official account ID' }, { maxLength: 32 });
const mch_id = text({ zh: '商户号', en: 'Merchant number' }, { maxLength: 32 });
const nonce_str = text({ zh: '随机字符串', en: 'Nonce' }, { maxLength: 32 });
const sign = text({ zh: '签名', en: 'Signature' }, { maxLength: 64 });

export const sub_mch_id = text({ zh: '子商户号', en: 'Sub-merchant number' }, { maxLength: 32 });
export const sub_appid = text(
  { zh: '子商户公众账号ID', en: "Sub-merchant's official account ID" },
  { maxLength: 32 },
);

/** What the client adds to every request. */
export const envelopeRequest = {
  appid: provided(appid),
  mch_id: provided(mch_id),
  nonce_str: filled(nonce_str, ({ nonce }) => nonce()),
  sign_type: provided(
    code(
      { zh: '签名类型', en: 'Signature algorithm' },
      {
        'HMAC-SHA256': { zh: 'HMAC-SHA256（默认）', en: 'HMAC-SHA256 (default)' },
        MD5: { zh: 'MD5', en: 'MD5' },
      },
      { maxLength: 32 },
    ),
  ),
  sign: provided(sign),
};

/** What stands in every reply with `return_code` SUCCESS. */
export const envelopeReply = {
  return_code: text({ zh: '返回状态码', en: 'Communication result' }, { maxLength: 16 }),
  return_msg: optional(text({ zh: '返回信息', en: 'Communication message' }, { maxLength: 128 })),
  appid,
  mch_id,
  sub_appid: optional(sub_appid),
  sub_mch_id: optional(sub_mch_id),
  nonce_str,
  sign,
  result_code: text({ zh: '业务结果', en: 'Business result' }, { maxLength: 16 }),
  err_code: optional(text({ zh: '错误代码', en: 'Error code' }, { maxLength: 32 })),
  err_code_des: optional(text({ zh: '错误代码描述', en: 'Error description' }, { maxLength: 32 })),
};

export const out_trade_no = text(
  { zh: '商户订单号', en: "Merchant's order number" },
  { maxLength: 32, pattern: [/^[\w\-|*@]+$/, 'must be made of letters, digits and _-|*@'] },
);
export const transaction_id = text(
  { zh: '微信支付订单号', en: 'WeChat Pay order number' },
  { maxLength: 32 },
);

export const openid = text({ zh: '用户标识', en: 'Payer' }, { maxLength: 128, sensitive: true });

/** 52 characters occur in practice, although the table says 32. */
export const contract_id = text(
  { zh: '委托代扣协议id', en: 'Deduction contract ID' },
  { maxLength: 64, documentedLength: 32 },
);
export const total_fee = fen({ zh: '总金额（分）', en: 'Total amount (fen)' });
export const fee_type = text(
  { zh: '货币类型', en: 'Currency' },
  { maxLength: 16, pattern: [/^[A-Z]{3}$/, 'must be an ISO 4217 code'] },
);
export const attach = text({ zh: '附加数据', en: 'Attached data' }, { maxLength: 127 });
export const device_info = text({ zh: '设备号', en: 'Device number' }, { maxLength: 32 });

/** Addresses of 256 characters are taken in practice, although the table says 128. */
export const notify_url = url({ zh: '回调通知url', en: 'Notification URL' }, { documentedLength: 128 });
export const version = code(
  { zh: '接口版本号', en: 'API version' },
  {
    '2.0': {
      zh: '返回垫资信息（仅限有垫资权限的商户）',
      en: 'Return advance data (merchants with the advance facility)',
    },
  },
  { maxLength: 32 },
);
