import { quickPay } from '@yinjian/mmsp';
import { operationsAmong } from '../../internal/definitions.ts';
import { OrderBook } from '../../internal/order-book.ts';
import type { Product } from '../../internal/product.ts';
import type { World } from '../../internal/world.ts';
import type { QuickPayOperationName } from '../../operations.ts';
import type { EnvelopeBehaviour } from '../envelope/behaviour.ts';
import { envelopeBehaviours, type OrderMaker } from '../envelope/default-behaviour.ts';
import { newOrder } from '../envelope/new-order.ts';
import { paymentPolicy } from '../envelope/payment-policy.ts';
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

/** What the platform does with what it knows more of than a definition, by the name of the operation. */
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
  } satisfies Partial<Record<QuickPayOperationName, EnvelopeBehaviour<QuickPayOrder>>>;
}

export interface QuickPayProduct extends Product {
  /** What the payer's phone received, by `LIST_ID`. */
  readonly smsCode: (LIST_ID: string) => string | undefined;
}

/** 快捷支付. Only successful payments are notified. */
export function createQuickPay(world: World): QuickPayProduct {
  const policy = paymentPolicy<QuickPayOrder>(world, (order) => sendNotification(order, world));
  const orders = new OrderBook('quickPay', world.now, policy);
  const messages = new TextMessages(world);
  const operations = operationsAmong(quickPay);
  const behaviours = envelopeBehaviours<QuickPayOrder>(
    operations,
    createQuickPayBehaviours(messages),
    makeOrder,
  );
  const product = { NodeID: 'openapi', behaviours, orders, world };
  return {
    name: 'quickPay',
    title: { zh: '快捷支付', en: 'Quick pay' },
    wire: 'envelope',
    operations,
    routes: [{ path: '/mmsp/quick-pay', receive: (bytes) => receive(bytes, product) }],
    orders,
    smsCode: (LIST_ID) => orders.get(LIST_ID)?.smsCode ?? messages.codeOf(LIST_ID),
  };
}

/** The order of an operation that has no behaviour of its own. */
const makeOrder: OrderMaker<QuickPayOrder> = (call, number, amount) => {
  const { CARDNO, CARDTYPE = '1', NOTIFY_URL = '' } = call.fields;
  return {
    ...newOrder(call, { number, amount }),
    fields: { MERORDERID: number, AMT: String(amount), NOTIFY_URL },
    card: { CARDNO, CARDTYPE },
    wrongCodes: 0,
    bindId: undefined,
  };
};
