import { formatChinaTime } from '@yinjian/protocol-codec';
import type { payapply } from '@yinjian/wechat-transit';
import type { Order } from '../internal/order-book.ts';
import { merchantOf, type TransitCall, type TransitCaller, type TransitFields } from './behaviour.ts';

/** A deduction. */
export interface TransitOrder extends Order<TransitFields<typeof payapply>> {
  readonly caller: TransitCaller;
}

/** What the platform says about an order, in the reply to queryorder and in the payment notice alike. */
export function orderFields({ state, number, fields, platformNumber, amount, paidAt }: TransitOrder) {
  const paid =
    (state === 'paid' || state === 'refunded') && paidAt !== undefined
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
    out_trade_no: number,
    total_fee: amount,
    fee_type: fields.fee_type ?? 'CNY',
    attach: fields.attach,
    contract_id: fields.contract_id,
    ...paid,
  };
}

/** A deduction under way. */
export function newOrder(
  { caller, world }: Pick<TransitCall<unknown>, 'caller' | 'world'>,
  order: Pick<TransitOrder, 'number' | 'amount' | 'fields'>,
): TransitOrder {
  const placedAt = world.now();
  return {
    ...order,
    merchant: merchantOf(caller),
    platformNumber: `4200${formatChinaTime(placedAt)}${String(world.nextNumber()).padStart(10, '0')}`,
    caller,
    placedAt,
    state: 'in-progress',
  };
}
