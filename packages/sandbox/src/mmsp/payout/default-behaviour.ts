import type { MmspOperation } from '@yinjian/mmsp';
import type { WireFields } from '@yinjian/provider-kit';
import { amountIn, defaultReply, firstState } from '../../internal/default-reply.ts';
import { type Refusal, refusal } from '../../internal/refusal.ts';
import type { PayoutBehaviour, PayoutCall, PayoutResult } from './behaviour.ts';
import { newPayout, type PayoutOrder } from './order.ts';

/**
 * What the platform does with an operation of which only the definition is known. Where that creates an order, the order
 * is a payout like any other: under a number that was not used before, of money that is there, paid at once if the
 * first state says so.
 */
export function defaultBehaviour(definition: MmspOperation): PayoutBehaviour {
  return { definition, execute: (call) => executeByDefault(call as PayoutCall<WireFields>) };
}

function executeByDefault({
  fields,
  operation,
  orders,
  world,
}: PayoutCall<WireFields>): PayoutResult | Refusal {
  const [state, { status } = {}] = firstState(operation);
  const amount = amountIn(operation, fields);
  const values = { state, amount, isPaid: status === 'succeeded', now: world.now() };
  const number = operation.role === 'create' ? fields[operation.orderField ?? ''] : undefined;
  if (number === undefined) {
    return reply(operation, fields, { ...values, number: String(world.nextNumber()) });
  }
  const { MERNO = '' } = fields;
  if (orders.find(MERNO, number) !== undefined) return refusal(operation, '1008');
  if (!world.account.freeze(amount)) return refusal(operation, '1031');
  const kept = { ...fields, ORDERNO: number, AMT: String(amount) };
  const order = newPayout(kept as unknown as PayoutOrder['fields'], world);
  orders.add(order);
  if (status === 'succeeded') orders.settle(order);
  return reply(operation, fields, { ...values, number: order.platformNumber });
}

function reply(...[operation, fields, values]: Parameters<typeof defaultReply>): PayoutResult {
  const success = { RETCODE: '0000', RETMSG: '交易成功' };
  const isListed = ([name]: readonly [string, string]) => Object.hasOwn(operation.reply, name);
  const listed = Object.fromEntries(Object.entries(success).filter(isListed));
  return { ...defaultReply(operation, fields, values), ...listed };
}
