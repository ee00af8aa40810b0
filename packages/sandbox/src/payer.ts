import type { Ledger, OpenOrder, OrderBook } from './internal/order-book.ts';
import { CLOSED, type QuickPayOrder } from './mmsp/quick-pay/order.ts';

/** The person with the phone, and whoever else decides what becomes of an order. */
export interface Payer {
  /**
   * The code that the payer of a quick-pay order received.
   *
   * @param LIST_ID The platform's number of the order.
   * @throws Error when there is no such order.
   */
  readonly smsCode: (LIST_ID: string) => string;
  /**
   * Pays an order now, without waiting.
   *
   * @param number The merchant's or the platform's number of an order that is not settled yet.
   * @throws Error when no such order is open, or when orders of several products have this number.
   */
  readonly settle: (number: string) => void;
  /** Fails an order now. Otherwise like `settle`. */
  readonly fail: (number: string) => void;
}

/** @param ledgers of every product. */
export function createPayer(quickPay: OrderBook<QuickPayOrder>, ledgers: readonly Ledger[]): Payer {
  const openOrder = (number: string): OpenOrder => {
    const [order, ...others] = ledgers.flatMap((ledger) => ledger.openOrders(number));
    if (order === undefined)
      throw new Error('There is no order with this number that could still be settled');
    if (others.length > 0) throw new Error("Several orders have this number: use the platform's number");
    return order;
  };
  return {
    smsCode: (LIST_ID) => {
      const order = quickPay.get(LIST_ID);
      if (order === undefined) throw new Error('There is no quick-pay order with this LIST_ID');
      return order.smsCode;
    },
    settle: (number) => openOrder(number).settle(),
    fail: (number) => openOrder(number).fail(CLOSED),
  };
}
