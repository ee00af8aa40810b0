import { gateway } from '@yinjian/mmsp';
import { operationsAmong } from '../../internal/definitions.ts';
import { OrderBook } from '../../internal/order-book.ts';
import type { Product } from '../../internal/product.ts';
import type { World } from '../../internal/world.ts';
import type { GatewayOperationName } from '../../operations.ts';
import type { EnvelopeBehaviour } from '../envelope/behaviour.ts';
import { envelopeBehaviours, type OrderMaker } from '../envelope/default-behaviour.ts';
import { newOrder } from '../envelope/new-order.ts';
import { paymentPolicy } from '../envelope/payment-policy.ts';
import { receive } from '../envelope/receive.ts';
import { sendNotification } from './notification.ts';
import type { GatewayOrder } from './order.ts';
import { pay } from './pay.ts';
import { query } from './query.ts';
import { queryBatch } from './query-batch.ts';
import { formMessage, receiveForm } from './receive-form.ts';

/** What the platform does with what it knows more of than a definition, by the name of the operation. */
export const gatewayBehaviours = {
  'gateway.pay': pay,
  'gateway.query': query,
  'gateway.queryBatch': queryBatch,
} satisfies Partial<Record<GatewayOperationName, EnvelopeBehaviour<GatewayOrder>>>;

/** 网关支付: forms from browsers and queries from merchants, at one address. Only successful payments are notified. */
export function createGateway(world: World): Product {
  const policy = paymentPolicy<GatewayOrder>(world, (order) => sendNotification(order, world));
  const orders = new OrderBook('gateway', world.now, policy);
  const operations = operationsAmong(gateway);
  const behaviours = envelopeBehaviours<GatewayOrder>(operations, gatewayBehaviours, makeOrder);
  const product = { NodeID: 'openapi', orders, world };
  const forms = { ...product, behaviours: [pay] };
  const messages = { ...product, behaviours: behaviours.filter((behaviour) => behaviour !== pay) };
  return {
    name: 'gateway',
    title: { zh: '网关支付', en: 'Gateway' },
    wire: 'envelope',
    operations,
    routes: [
      {
        path: '/mmsp/gateway',
        receive: (bytes) => {
          const message = formMessage(bytes);
          return message === undefined ? receive(bytes, messages) : receiveForm(message, forms);
        },
      },
    ],
    orders,
  };
}

/** The order of an operation that has no behaviour of its own. */
const makeOrder: OrderMaker<GatewayOrder> = (call, number, amount) => {
  const { NOTIFY_URL = '', JUMP_URL = '', PAY_CHANNEL = '', ...fields } = call.fields;
  return {
    ...newOrder(call, { number, amount }),
    fields: { ...fields, MERORDERID: number, AMT: String(amount), NOTIFY_URL, JUMP_URL, PAY_CHANNEL },
  };
};
