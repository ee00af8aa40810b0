import { scanPay } from '@yinjian/mmsp';
import { operationsAmong } from '../../internal/definitions.ts';
import { OrderBook } from '../../internal/order-book.ts';
import type { Product } from '../../internal/product.ts';
import type { World } from '../../internal/world.ts';
import type { ScanPayOperationName } from '../../operations.ts';
import type { EnvelopeBehaviour } from '../envelope/behaviour.ts';
import { envelopeBehaviours, type OrderMaker } from '../envelope/default-behaviour.ts';
import { newOrder } from '../envelope/new-order.ts';
import { paymentPolicy } from '../envelope/payment-policy.ts';
import { receive } from '../envelope/receive.ts';
import { cardPayments, qqCardAsPrinted } from './card.ts';
import { existingOrders } from './existing-order.ts';
import { sendNotification } from './notification.ts';
import { nextPlatformNumber, type ScanPayOrder } from './order.ts';
import { preOrders } from './pre-order.ts';
import { createRefunds } from './refund.ts';

/** What the platform does with what it knows more of than a definition, by the name of the operation. */
export function createScanPayBehaviours() {
  return {
    ...preOrders,
    ...cardPayments,
    ...existingOrders,
    ...createRefunds(),
  } satisfies Partial<Record<ScanPayOperationName, EnvelopeBehaviour<ScanPayOrder>>>;
}

/** 扫码支付. Only successful payments are notified, and not those that succeed at once. */
export function createScanPay(world: World): Product {
  const notify = (order: ScanPayOrder) => {
    if (order.isPaidAtOnce === undefined) sendNotification(order, world);
  };
  const orders = new OrderBook<ScanPayOrder>('scanPay', world.now, {
    ...paymentPolicy(world, notify),
    takeBack: (order) => {
      const isTaken = world.account.takeBack(order.amount - order.refunded);
      if (isTaken) order.refunded = order.amount;
      return isTaken;
    },
  });
  const operations = operationsAmong(scanPay);
  const behaviours = envelopeBehaviours<ScanPayOrder>(operations, createScanPayBehaviours(), makeOrder);
  const product = { NodeID: 'openplat', behaviours: [...behaviours, qqCardAsPrinted], orders, world };
  return {
    name: 'scanPay',
    title: { zh: '扫码支付', en: 'Scan pay' },
    wire: 'envelope',
    operations,
    routes: [{ path: '/mmsp/scan-pay', receive: (bytes) => receive(bytes, product) }],
    orders,
  };
}

/** The order of an operation that has no behaviour of its own. */
const makeOrder: OrderMaker<ScanPayOrder> = (call, number, amount) => {
  const { GOODSNAME = '', NOTIFY_URL = '' } = call.fields;
  return {
    ...newOrder(call, { number, amount }),
    platformNumber: nextPlatformNumber('1', call.world),
    fields: { MERORDERID: number, AMT: String(amount), GOODSNAME, NOTIFY_URL },
    wallet: undefined,
    refunded: 0,
  };
};
