import { type Failure, OrderBook } from '../internal/order-book.ts';
import { TEST_PAYERS } from '../magic-values.ts';
import type { TransitOrder } from './order.ts';

/** Why a deduction was not paid, where nothing more is known. */
export const DEDUCTION_FAILED: Failure = { code: 'TRADE_ERROR', message: '支付失败' };

/** Somebody who rides: known by what the merchant names. */
export interface Rider {
  readonly openid?: string | undefined;
  readonly contract_id?: string | undefined;
}

/** The deductions, and what is still owed for them. */
export class TransitOrderBook extends OrderBook<TransitOrder> {
  readonly #owed = new Set<TransitOrder>();
  readonly #now: () => Date;
  readonly #onRepaid: (order: TransitOrder) => void;

  constructor(
    now: () => Date,
    events: Readonly<Record<'onSettled' | 'onRepaid', (order: TransitOrder) => void>>,
  ) {
    super('wechatTransit', now, {
      declined: DEDUCTION_FAILED,
      onSettled: (order) => {
        // The fare was ridden: what could not be deducted is owed.
        if (order.state === 'failed') this.#owed.add(order);
        events.onSettled(order);
      },
      // No operation of this product tells what the merchant has.
      takeBack: () => true,
    });
    this.#now = now;
    this.#onRepaid = events.onRepaid;
  }

  /** `user_state` of a payer, whichever merchant asks. */
  stateOf(rider: Rider): 'NORMAL' | 'BLOCKED' | 'OVERDUE' {
    if (rider.openid === TEST_PAYERS.blocked) return 'BLOCKED';
    return [...this.#owed].some(({ fields }) => isSameRider(fields, rider)) ? 'OVERDUE' : 'NORMAL';
  }

  /**
   * Repays what is owed for an order, by the merchant's or the platform's number.
   *
   * @throws Error when nothing is owed for such an order, or when orders of several merchants have this number.
   */
  repay(number: string): void {
    const [order, ...others] = [...this.#owed].filter(
      (one) => one.number === number || one.platformNumber === number,
    );
    if (order === undefined) throw new Error('Nothing is owed for an order with this number');
    if (others.length > 0) throw new Error("Several orders have this number: use the platform's number");
    this.#owed.delete(order);
    order.state = 'paid';
    order.paidAt = this.#now();
    delete order.failure;
    this.#onRepaid(order);
  }
}

function isSameRider(one: Rider, other: Rider): boolean {
  return (
    (one.openid !== undefined && one.openid === other.openid) ||
    (one.contract_id !== undefined && one.contract_id === other.contract_id)
  );
}
