/** The products of both platforms, by the names their clients have. */
export type ProductName = 'wechatTransit' | 'quickPay' | 'scanPay' | 'gateway' | 'payout';

/** What has become of an order, in one vocabulary for every product. */
export type OrderState =
  /** Waits for the payer. */
  | 'placed'
  /** Waits for somebody at the platform. */
  | 'in-review'
  | 'in-progress'
  | 'paid'
  | 'failed'
  /** Paid out, and sent back by the payee's bank. */
  | 'returned'
  /** Closed by the merchant, or expired, before it was paid. */
  | 'closed'
  /** Undone by the merchant, paid or not. */
  | 'cancelled'
  /** Paid, and given back in full. */
  | 'refunded';

/** An order, as far as it has got. */
export interface OrderRecord {
  readonly product: ProductName;
  /** The merchant's number: `out_trade_no`, `MERORDERID`, `ORDERNO`. */
  readonly number: string;
  /** The platform's number: `transaction_id`, `LIST_ID`, `BSORDERNO`, scan pay's `ORDERNO`. */
  readonly platformNumber: string;
  /** In fen. */
  readonly amount: number;
  readonly state: OrderState;
  readonly placedAt: Date;
  readonly paidAt?: Date;
}
