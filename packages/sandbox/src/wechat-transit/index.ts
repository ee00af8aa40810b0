import { OrderBook } from '../internal/order-book.ts';
import type { Product, Route } from '../internal/product.ts';
import type { World } from '../internal/world.ts';
import type { TransitOperationName } from '../operations.ts';
import type { TransitBehaviour } from './behaviour.ts';
import type { TransitOrder } from './order.ts';
import { payapply } from './payapply.ts';
import { sendPaymentNotice } from './payment-notice.ts';
import { queryorder } from './queryorder.ts';
import { receive } from './receive.ts';

/** What the platform does, by the name of the operation. */
export const transitBehaviours = { payapply, queryorder } satisfies Record<
  TransitOperationName,
  TransitBehaviour
>;

/** WeChat Pay v2 transit deduction. */
export function createTransit(world: World): Product {
  const { notifyFailedDeductions } = world.options;
  const orders = new OrderBook<TransitOrder>('wechatTransit', world.now, (order) => {
    if (order.state === 'paid' || notifyFailedDeductions) sendPaymentNotice(order, world);
  });
  const routes = Object.values(transitBehaviours).flatMap((behaviour) =>
    [behaviour.definition.partner, behaviour.definition.direct].map(
      (operation): Route => ({
        path: operation.path,
        title: `${operation.name} ${operation.title.zh} (${operation.mode})`,
        receive: (bytes) => receive(bytes, behaviour, operation, orders, world),
      }),
    ),
  );
  return { wire: 'transit', operations: Object.keys(transitBehaviours), routes, orders };
}
