import { OrderBook } from '../../internal/order-book.ts';
import type { Product } from '../../internal/product.ts';
import type { World } from '../../internal/world.ts';
import type { QuickPayOperationName } from '../../operations.ts';
import type { EnvelopeBehaviour } from '../envelope/behaviour.ts';
import { receive } from '../envelope/receive.ts';
import { createBinding } from './bind.ts';
import { Bindings } from './bindings.ts';
import { createBoundCardPayment } from './bound-card.ts';
import { confirm } from './confirm.ts';
import { sendNotification } from './notification.ts';
import type { QuickPayOrder } from './order.ts';
import { createPay } from './pay.ts';
import { query } from './query.ts';
import { queryBatch } from './query-batch.ts';
import { resendSms } from './resend-sms.ts';
import { TextMessages } from './text-messages.ts';
import { unionPayOrder } from './union-pay-order.ts';

/** What the platform does, by the name of the operation. */
export function createQuickPayBehaviours(messages: TextMessages) {
  const bindings = new Bindings();
  return {
    'quickPay.pay': createPay(bindings),
    'quickPay.confirm': confirm,
    'quickPay.query': query,
    'quickPay.queryBatch': queryBatch,
    'quickPay.resendSms': resendSms,
    'quickPay.unionPayOrder': unionPayOrder,
    ...createBinding(bindings, messages),
    ...createBoundCardPayment(bindings, messages),
  } satisfies Record<QuickPayOperationName, EnvelopeBehaviour<QuickPayOrder>>;
}

export interface QuickPayProduct extends Product {
  /** What the payer's phone received, by `LIST_ID`. */
  readonly smsCode: (LIST_ID: string) => string | undefined;
}

/** 快捷支付. Only successful payments are notified. */
export function createQuickPay(world: World): QuickPayProduct {
  const orders = new OrderBook<QuickPayOrder>('quickPay', world.now, (order) => {
    if (order.state === 'paid') sendNotification(order, world);
  });
  const messages = new TextMessages(world);
  const behaviours = createQuickPayBehaviours(messages);
  const product = { NodeID: 'openapi', behaviours: Object.values(behaviours), orders, world };
  return {
    wire: 'envelope',
    operations: Object.keys(behaviours),
    routes: [
      { path: '/mmsp/quick-pay', title: '快捷支付 quick pay', receive: (bytes) => receive(bytes, product) },
    ],
    orders,
    smsCode: (LIST_ID) => orders.get(LIST_ID)?.smsCode ?? messages.codeOf(LIST_ID),
  };
}
