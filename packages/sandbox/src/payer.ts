import type { Ledger } from './internal/order-book.ts';
import type { QuickPayProduct } from './mmsp/quick-pay/index.ts';
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
   * Gives a paid order back in full, as somebody at the platform can: quick pay, gateway and deductions have no
   * operation for it. Queries then say so; nobody is notified.
   *
   * @throws Error when there is no such paid order, payouts apart, when orders of several products have this number, or
   * when the merchant has not got the money.
   */
  readonly refund: (number: string) => void;
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
  const openOrder = (number: string) =>
    theOnly(
      ledgers.flatMap((ledger) => ledger.openOrders(number)),
      'that could still be settled',
    );
  const paidOrder = (number: string) =>
    theOnly(
      ledgers.flatMap((ledger) => ledger.paidOrders(number)),
      'that was paid',
    );
  return {
    smsCode: (LIST_ID) => {
      const code = quickPay.smsCode(LIST_ID);
      if (code === undefined) throw new Error('There is no code for this LIST_ID');
      return code;
    },
    settle: (number) => openOrder(number).settle(),
    fail: (number) => openOrder(number).fail(),
    refund: (number) => {
      if (!paidOrder(number).refund()) throw new Error('The merchant has not got the money');
    },
    repay: (number) => transit.repay(number),
  };
}

function theOnly<Found>([order, ...others]: readonly Found[], which: string): Found {
  if (order === undefined) throw new Error(`There is no order with this number ${which}`);
  if (others.length > 0) throw new Error("Several orders have this number: use the platform's number");
  return order;
}
