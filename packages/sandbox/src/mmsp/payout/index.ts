import type { Product } from '../../internal/product.ts';
import type { World } from '../../internal/world.ts';
import type { PayoutOperationName } from '../../operations.ts';
import { PayoutOrderBook } from './account.ts';
import { balance } from './balance.ts';
import type { PayoutBehaviour } from './behaviour.ts';
import { pay } from './pay.ts';
import { query } from './query.ts';
import { receive } from './receive.ts';

/** What the platform does, by the name of the operation. */
export const payoutBehaviours = {
  'payout.pay': pay,
  'payout.query': query,
  'payout.balance': balance,
} satisfies Record<PayoutOperationName, PayoutBehaviour>;

/** 代付. Payouts are not notified. */
export function createPayout(world: World): Product {
  const orders = new PayoutOrderBook(world.now, world.options.payoutBalance);
  const behaviours = Object.values(payoutBehaviours);
  return {
    wire: 'payout',
    operations: Object.keys(payoutBehaviours),
    routes: [
      {
        path: '/mmsp/payout',
        title: '代付 payout',
        receive: (bytes) => receive(bytes, behaviours, orders, world),
      },
    ],
    orders,
  };
}
