import { OrderBook } from '../../internal/order-book.ts';
import type { Product } from '../../internal/product.ts';
import type { World } from '../../internal/world.ts';
import type { GatewayOperationName } from '../../operations.ts';
import type { EnvelopeBehaviour } from '../envelope/behaviour.ts';
import { receive } from '../envelope/receive.ts';
import { sendNotification } from './notification.ts';
import type { GatewayOrder } from './order.ts';
import { pay } from './pay.ts';
import { query } from './query.ts';
import { queryBatch } from './query-batch.ts';
import { formMessage, receiveForm } from './receive-form.ts';

/** What the platform does, by the name of the operation. */
export const gatewayBehaviours = {
  'gateway.pay': pay,
  'gateway.query': query,
  'gateway.queryBatch': queryBatch,
} satisfies Record<GatewayOperationName, EnvelopeBehaviour<GatewayOrder>>;

/** 网关支付: forms from browsers and queries from merchants, at one address. Only successful payments are notified. */
export function createGateway(world: World): Product {
  const orders = new OrderBook<GatewayOrder>('gateway', world.now, (order) => {
    if (order.state === 'paid') sendNotification(order, world);
  });
  const product = { NodeID: 'openapi', orders, world };
  const forms = { ...product, behaviours: [pay] };
  const messages = { ...product, behaviours: [query, queryBatch] };
  return {
    wire: 'envelope',
    operations: Object.keys(gatewayBehaviours),
    routes: [
      {
        path: '/mmsp/gateway',
        title: '网关支付 gateway',
        receive: (bytes) => {
          const message = formMessage(bytes);
          return message === undefined ? receive(bytes, messages) : receiveForm(message, forms);
        },
      },
    ],
    orders,
  };
}
