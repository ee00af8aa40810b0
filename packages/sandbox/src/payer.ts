import type { Ledger, OpenOrder } from './internal/order-book.ts';
import type { QuickPayProduct } from './mmsp/quick-pay/index.ts';
import { CLOSED } from './mmsp/quick-pay/order.ts';
import type { TransitOrderBook } from './wechat-transit/order-book.ts';

/** The person with the phone, and whoever else decides what becomes of an order. */
export interface Payer {
  /**
   * The code that the payer of a quick-pay order received, or somebody who binds a card or pays with a bound one.
   *
   * @param LIST_ID The platform's number of the order, or of what the code was sent for.
   * @throws Error when there is no such order, or none that has a code.
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
  /**
   * Repays a deduction that has failed: the order is paid, the payer no longer overdue, and the repayment notice is
   * sent.
   *
   * @param number The merchant's or the platform's number of the order.
   * @throws Error when nothing is owed for such an order, or when orders of several merchants have this number.
   */
  readonly repay: (number: string) => void;
}

/** The orders about which the payer can do more than pay. */
export interface PayerOrders {
  readonly quickPay: Pick<QuickPayProduct, 'smsCode'>;
  readonly transit: Pick<TransitOrderBook, 'repay'>;
}

/** @param ledgers of every product. */
export function createPayer({ quickPay, transit }: PayerOrders, ledgers: readonly Ledger[]): Payer {
  const openOrder = (number: string): OpenOrder => {
    const [order, ...others] = ledgers.flatMap((ledger) => ledger.openOrders(number));
    if (order === undefined)
      throw new Error('There is no order with this number that could still be settled');
    if (others.length > 0) throw new Error("Several orders have this number: use the platform's number");
    return order;
  };
  return {
    smsCode: (LIST_ID) => {
      const code = quickPay.smsCode(LIST_ID);
      if (code === undefined) throw new Error('There is no code for this LIST_ID');
      return code;
    },
    settle: (number) => openOrder(number).settle(),
    fail: (number) => openOrder(number).fail(CLOSED),
    repay: (number) => transit.repay(number),
  };
}
