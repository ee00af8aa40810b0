import { fen, integer, optional, relied, settled, text, time } from '@yinjian/provider-kit';
import {
  attach,
  contract_id,
  device_info,
  envelopeReply,
  fee_type,
  openid,
  out_trade_no,
  total_fee,
  transaction_id,
} from './fields.ts';

/** What the platform says about an order, in the reply to queryorder and in the payment notice alike. */
export const orderReply = {
  ...envelopeReply,
  device_info: optional(device_info),
  openid: optional(openid),
  sub_openid: optional(
    text(
      { zh: '用户子标识', en: "Payer, under the sub-merchant's account" },
      { maxLength: 128, sensitive: true },
    ),
  ),
  is_subscribe: optional(
    text({ zh: '是否关注公众账号', en: 'Whether the payer follows the account' }, { maxLength: 1 }),
  ),
  sub_is_subscribe: optional(
    text(
      { zh: '是否关注子公众账号', en: "Whether the payer follows the sub-merchant's account" },
      { maxLength: 1 },
    ),
  ),
  trade_type: text({ zh: '交易类型', en: 'Trade type' }, { maxLength: 16 }),
  bank_type: optional(text({ zh: '付款银行', en: 'Bank' }, { maxLength: 32 })),
  total_fee: settled(total_fee),
  fee_type: optional(fee_type),
  cash_fee: optional(fen({ zh: '现金支付金额（分）', en: 'Paid in cash (fen)' })),
  cash_fee_type: optional(fee_type),
  settlement_total_fee: optional(fen({ zh: '应结订单金额（分）', en: 'Amount to settle (fen)' })),
  coupon_fee: optional(fen({ zh: '代金券金额（分）', en: 'Paid by coupons (fen)' })),
  coupon_count: optional(integer({ zh: '代金券使用数量', en: 'Number of coupons' })),
  // One of each for every coupon, `coupon_fee_0` on: `$n` stands for its number.
  coupon_type_$n: optional(text({ zh: '代金券类型', en: 'Kind of coupon n' })),
  coupon_id_$n: optional(text({ zh: '代金券ID', en: 'Coupon n' })),
  coupon_fee_$n: optional(fen({ zh: '单个代金券支付金额（分）', en: 'Paid by coupon n (fen)' })),
  transaction_id: settled(optional(transaction_id)),
  out_trade_no: relied(out_trade_no),
  attach: optional(attach),
  time_end: optional(time({ zh: '支付完成时间', en: 'Paid at' })),
  contract_id: optional(contract_id),
};
