import type { Product, Route } from '../internal/product.ts';
import type { World } from '../internal/world.ts';
import type { TransitOperationName } from '../operations.ts';
import type { TransitBehaviour } from './behaviour.ts';
import { TransitOrderBook } from './order-book.ts';
import { payapply } from './payapply.ts';
import { sendPaymentNotice, sendRepaymentNotice } from './payment-notice.ts';
import { queryorder } from './queryorder.ts';
import { querystate } from './querystate.ts';
import { receive } from './receive.ts';

/** What the platform does, by the name of the operation. */
export const transitBehaviours = { payapply, queryorder, querystate } satisfies Record<
  TransitOperationName,
  TransitBehaviour
>;

/** WeChat Pay v2 transit deduction. */
export function createTransit(world: World): Product & { readonly orders: TransitOrderBook } {
  const { notifyFailedDeductions } = world.options;
  const orders = new TransitOrderBook(world.now, {
    onSettled: (order) => {
      if (order.state === 'paid' || notifyFailedDeductions) sendPaymentNotice(order, world);
    },
    onRepaid: (order) => sendRepaymentNotice(order, world),
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
