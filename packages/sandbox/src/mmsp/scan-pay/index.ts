import { OrderBook } from '../../internal/order-book.ts';
import type { Product } from '../../internal/product.ts';
import type { World } from '../../internal/world.ts';
import type { ScanPayOperationName } from '../../operations.ts';
import type { EnvelopeBehaviour } from '../envelope/behaviour.ts';
import { receive } from '../envelope/receive.ts';
import { cardPayments, qqCardAsPrinted } from './card.ts';
import { existingOrders } from './existing-order.ts';
import { sendNotification } from './notification.ts';
import type { ScanPayOrder } from './order.ts';
import { preOrders } from './pre-order.ts';
import { createRefunds } from './refund.ts';

/** What the platform does, by the name of the operation. */
export function createScanPayBehaviours() {
  return {
    ...preOrders,
    ...cardPayments,
    ...existingOrders,
    ...createRefunds(),
  } satisfies Record<ScanPayOperationName, EnvelopeBehaviour<ScanPayOrder>>;
}

/** 扫码支付. Only successful payments are notified, and not those that succeed at once. */
export function createScanPay(world: World): Product {
  const orders = new OrderBook<ScanPayOrder>('scanPay', world.now, (order) => {
    if (order.state === 'paid') sendNotification(order, world);
  });
  const behaviours = createScanPayBehaviours();
  const product = {
    NodeID: 'openplat',
    behaviours: [...Object.values(behaviours), qqCardAsPrinted],
    orders,
    world,
  };
  return {
    wire: 'envelope',
    operations: Object.keys(behaviours),
    routes: [
      { path: '/mmsp/scan-pay', title: '扫码支付 scan pay', receive: (bytes) => receive(bytes, product) },
    ],
    orders,
  };
}
