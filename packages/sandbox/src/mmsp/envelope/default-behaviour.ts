import type { MmspOperation } from '@yinjian/mmsp';
import type { WireFields } from '@yinjian/provider-kit';
import { amountIn, defaultReply, firstState } from '../../internal/default-reply.ts';
import { behavioursOf } from '../../internal/definitions.ts';
import type { Order } from '../../internal/order-book.ts';
import { inYuan } from '../../internal/payer-page-html.ts';
import type { EnvelopeBehaviour, EnvelopeCall } from './behaviour.ts';
import { CLOSED, NUMBER_USED } from './errors.ts';

type Call<O extends Order> = EnvelopeCall<WireFields, O>;

/** Makes an order of the product's own kind out of any request. */
export type OrderMaker<O extends Order> = (call: Call<O>, number: string, amount: number) => O;

/** What the platform does with each operation of a product. */
export function envelopeBehaviours<O extends Order>(
  operations: readonly MmspOperation[],
  own: Readonly<Record<string, EnvelopeBehaviour<O>>>,
  makeOrder: OrderMaker<O>,
): EnvelopeBehaviour<O>[] {
  const byDefault = (definition: MmspOperation) => defaultBehaviour(definition, makeOrder);
  return behavioursOf(operations, own, byDefault);
}

/**
 * What the platform does with an operation of which only the definition is known. Where that creates an order, the order
 * is one of the product's like any other: placed under a number that was not used before, paid at once if the first
 * state says so, and otherwise paid on a page.
 */
function defaultBehaviour<O extends Order>(
  definition: MmspOperation,
  makeOrder: OrderMaker<O>,
): EnvelopeBehaviour<O> {
  return { definition, execute: (call) => executeByDefault(call as Call<O>, makeOrder) };
}

function executeByDefault<O extends Order>(call: Call<O>, makeOrder: OrderMaker<O>) {
  const { fields, caller, operation, orders, world } = call;
  const [state, { status } = {}] = firstState(operation);
  const amount = amountIn(operation, fields);
  const values = { state, amount, isPaid: status === 'succeeded', now: world.now() };
  const number = operation.role === 'create' ? fields[operation.orderField ?? ''] : undefined;
  if (number === undefined) {
    return defaultReply(operation, fields, { ...values, number: String(world.nextNumber()) });
  }
  if (orders.find(caller.MERNO, number) !== undefined) return NUMBER_USED;
  const order = makeOrder(call, number, amount);
  orders.add(order);
  if (status === 'succeeded') orders.settle(order);
  const url = status === 'succeeded' ? undefined : openPage(order, call);
  return defaultReply(operation, fields, { ...values, number: order.platformNumber, url });
}

function openPage<O extends Order>(order: O, { fields, operation, orders, world }: Call<O>): string {
  const { title } = operation;
  return world.pages.open({
    heading: `${title.zh} ${title.en}`,
    rows: [
      ['商户 Merchant', order.merchant],
      ['商户订单号 Order', order.number],
      ['金额 Amount', inYuan(order.amount)],
    ],
    state: () => order.state,
    confirm: () => orders.settle(order),
    decline: () => orders.fail(order, CLOSED),
    returnUrl: () => fields['JUMP_URL'],
  });
}
