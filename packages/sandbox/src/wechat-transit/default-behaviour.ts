import type { WireFields } from '@yinjian/provider-kit';
import { amountIn, defaultReply, firstState } from '../internal/default-reply.ts';
import { merchantOf, type TransitBehaviour, type TransitCall, type TransitDefinition } from './behaviour.ts';
import { newOrder, type TransitOrder } from './order.ts';
import { repeatRefusal } from './repeat-refusal.ts';

/**
 * What the platform does with an operation of which only the definition is known. Where that creates an order, the order
 * is a deduction like any other: under a number that was not used before, paid at once if the first state says so.
 */
export function defaultBehaviour(definition: TransitDefinition): TransitBehaviour {
  return { definition, execute: (call) => executeByDefault(call as TransitCall<WireFields>) };
}

function executeByDefault(call: TransitCall<WireFields>): ReturnType<TransitBehaviour['execute']> {
  const { fields, caller, operation, orders, world } = call;
  const [state, { status } = {}] = firstState(operation);
  const amount = amountIn(operation, fields);
  const values = { state, amount, isPaid: status === 'succeeded', now: world.now() };
  const number = operation.role === 'create' ? fields[operation.orderField ?? ''] : undefined;
  if (number === undefined) {
    return withoutEnvelope(
      defaultReply(operation, fields, { ...values, number: String(world.nextNumber()) }),
    );
  }
  const earlier = orders.find(merchantOf(caller), number);
  if (earlier !== undefined) return repeatRefusal(operation, earlier, fields);
  const order = newOrder(call, { number, amount, fields: fields as unknown as TransitOrder['fields'] });
  orders.add(order);
  if (status === 'succeeded') orders.settle(order);
  return withoutEnvelope(defaultReply(operation, fields, { ...values, number: order.platformNumber }));
}

/** What every reply says is written elsewhere. */
const ENVELOPE =
  /^(?:return_(?:code|msg)|(?:sub_)?(?:appid|mch_id)|nonce_str|sign|result_code|err_code(?:_des)?)$/;

function withoutEnvelope(reply: ReturnType<typeof defaultReply>): Record<string, string> {
  const entries = Object.entries(reply).flatMap(([name, value]) =>
    typeof value === 'string' && !ENVELOPE.test(name) ? [[name, value] as const] : [],
  );
  return Object.fromEntries(entries);
}
