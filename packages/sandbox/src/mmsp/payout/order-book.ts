import { OrderBook } from '../../internal/order-book.ts';
import type { Account } from '../account.ts';
import { PAY_STATES, type PayoutOrder } from './order.ts';

/** `PAYSTATE` 3. */
export const PAYMENT_FAILED = { code: PAY_STATES.failed.PAYSTATE, message: PAY_STATES.failed.DESC };

/** The payouts. Whoever adds one has set its amount aside before. */
export class PayoutOrderBook extends OrderBook<PayoutOrder> {
  readonly #account: Account;

  constructor(now: () => Date, account: Account) {
    super('payout', now, {
      declined: PAYMENT_FAILED,
      onSettled: ({ state, amount }) => (state === 'paid' ? account.deduct(amount) : account.release(amount)),
    });
    this.#account = account;
  }

  /** The payee's bank sends a payout back. */
  return(order: PayoutOrder): void {
    if (order.state !== 'in-progress') return;
    order.state = 'returned';
    this.#account.release(order.amount);
  }
}
