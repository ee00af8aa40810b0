import type { Order, OrderPolicy } from '../../internal/order-book.ts';
import type { World } from '../../internal/world.ts';
import { CLOSED } from './errors.ts';

/** What payers pay is the merchant's, and the merchant is told; what is given back is taken from the merchant again. */
export function paymentPolicy<O extends Order>(
  { account }: World,
  notify: (order: O) => void,
): OrderPolicy<O> {
  return {
    declined: CLOSED,
    onSettled: (order) => {
      if (order.state !== 'paid') return;
      account.collect(order.amount);
      notify(order);
    },
    takeBack: ({ amount }) => account.takeBack(amount),
  };
}
