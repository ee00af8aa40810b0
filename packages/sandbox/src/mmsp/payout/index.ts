import { payout } from '@yinjian/mmsp';
import { behavioursOf, operationsAmong } from '../../internal/definitions.ts';
import type { Product } from '../../internal/product.ts';
import type { World } from '../../internal/world.ts';
import type { PayoutOperationName } from '../../operations.ts';
import { balance } from './balance.ts';
import type { PayoutBehaviour } from './behaviour.ts';
import { defaultBehaviour } from './default-behaviour.ts';
import { PayoutOrderBook } from './order-book.ts';
import { pay } from './pay.ts';
import { query } from './query.ts';
import { receive } from './receive.ts';

/** What the platform does with what it knows more of than a definition, by the name of the operation. */
export const payoutBehaviours = {
  'payout.pay': pay,
  'payout.query': query,
  'payout.balance': balance,
} satisfies Partial<Record<PayoutOperationName, PayoutBehaviour>>;

/** 代付. Payouts are not notified. */
export function createPayout(world: World): Product {
  const orders = new PayoutOrderBook(world.now, world.account);
  const operations = operationsAmong(payout);
  const behaviours = behavioursOf(operations, payoutBehaviours, defaultBehaviour);
  return {
    name: 'payout',
    title: { zh: '代付', en: 'Payouts' },
    wire: 'payout',
    operations,
    routes: [{ path: '/mmsp/payout', receive: (bytes) => receive(bytes, behaviours, orders, world) }],
    orders,
  };
}
