import type { OrderBook } from '../../internal/order-book.ts';
import type { World } from '../../internal/world.ts';
import { TEST_CARDS } from '../../magic-values.ts';
import { CLOSED } from '../envelope/errors.ts';
import type { QuickPayOrder } from './order.ts';

/** From the right code to the payment, in seconds. */
const PAYMENT_SECONDS = 2;

/** Charges the card: what becomes of it is the card's number to decide. */
export function startPayment(
  order: QuickPayOrder,
  orders: OrderBook<QuickPayOrder>,
  { scheduler }: World,
): void {
  order.state = 'in-progress';
  const { CARDNO } = order.card;
  if (CARDNO === TEST_CARDS.hangs) return;
  scheduler.after(PAYMENT_SECONDS, () => {
    if (CARDNO === TEST_CARDS.fails) orders.fail(order, CLOSED);
    else orders.settle(order);
  });
}
