import { formatChinaTime } from '@yinjian/protocol-codec';
import type { payapply } from '@yinjian/wechat-transit';
import type { Order } from '../internal/order-book.ts';
import type { TransitCaller, TransitFields } from './behaviour.ts';

/** A deduction. */
export interface TransitOrder extends Order<TransitFields<typeof payapply>> {
  readonly caller: TransitCaller;
}

/** What the platform says about an order, in the reply to queryorder and in the payment notice alike. */
export function orderFields({ state, fields, platformNumber, amount, paidAt }: TransitOrder) {
  const paid =
    state === 'paid' && paidAt !== undefined
      ? {
          openid: 'o-sandbox-payer',
          is_subscribe: 'N',
          bank_type: 'CMB_DEBIT',
          cash_fee: amount,
          cash_fee_type: 'CNY',
          transaction_id: platformNumber,
          time_end: formatChinaTime(paidAt),
        }
      : {};
  return {
    trade_type: fields.trade_type,
    out_trade_no: fields.out_trade_no,
    total_fee: amount,
    fee_type: fields.fee_type ?? 'CNY',
    attach: fields.attach,
    contract_id: fields.contract_id,
    ...paid,
  };
}
