import { OrderBook } from '../../internal/order-book.ts';
import type { Product } from '../../internal/product.ts';
import type { World } from '../../internal/world.ts';
import type { QuickPayOperationName } from '../../operations.ts';
import type { EnvelopeBehaviour } from '../envelope/behaviour.ts';
import { receive } from '../envelope/receive.ts';
import { confirm } from './confirm.ts';
import { sendNotification } from './notification.ts';
import type { QuickPayOrder } from './order.ts';
import { pay } from './pay.ts';
import { query } from './query.ts';

/** What the platform does, by the name of the operation. */
export const quickPayBehaviours = {
  'quickPay.pay': pay,
  'quickPay.confirm': confirm,
  'quickPay.query': query,
} satisfies Record<QuickPayOperationName, EnvelopeBehaviour<QuickPayOrder>>;

/** 快捷支付. Only successful payments are notified. */
export function createQuickPay(world: World): Product & { readonly orders: OrderBook<QuickPayOrder> } {
  const orders = new OrderBook<QuickPayOrder>('quickPay', world.now, (order) => {
    if (order.state === 'paid') sendNotification(order, world);
  });
  const product = { NodeID: 'openapi', behaviours: Object.values(quickPayBehaviours), orders, world };
  return {
    wire: 'envelope',
    operations: Object.keys(quickPayBehaviours),
    routes: [
      { path: '/mmsp/quick-pay', title: '快捷支付 quick pay', receive: (bytes) => receive(bytes, product) },
    ],
    orders,
  };
}
