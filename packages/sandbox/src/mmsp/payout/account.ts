import { OrderBook } from '../../internal/order-book.ts';
import type { PayoutOrder } from './order.ts';

/** The merchant's money, in fen. */
export class Account {
  #available: number;
  #frozen = 0;

  constructor(available: number) {
    this.#available = available;
  }

  /** 余额代付可用金额. */
  get available(): number {
    return this.#available;
  }

  /** 冻结余额: what is under way [M] 代付 5.3.3. */
  get frozen(): number {
    return this.#frozen;
  }

  /** Sets money aside for a payout, where there is enough. */
  freeze(amount: number): boolean {
    if (amount > this.#available) return false;
    this.#available -= amount;
    this.#frozen += amount;
    return true;
  }

  /** The payout has reached the payee. */
  deduct(amount: number): void {
    this.#frozen -= amount;
  }

  /** It has not. */
  giveBack(amount: number): void {
    this.#frozen -= amount;
    this.#available += amount;
  }
}

/** The payouts, and the account they are paid from. */
export class PayoutOrderBook extends OrderBook<PayoutOrder> {
  readonly account: Account;

  constructor(now: () => Date, balance: number) {
    const account = new Account(balance);
    super('payout', now, ({ state, amount }) =>
      state === 'paid' ? account.deduct(amount) : account.giveBack(amount),
    );
    this.account = account;
  }

  /** The payee's bank sends a payout back. */
  return(order: PayoutOrder): void {
    if (order.state !== 'in-progress') return;
    order.state = 'returned';
    this.account.giveBack(order.amount);
  }
}
