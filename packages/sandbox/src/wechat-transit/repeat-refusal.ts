import type { TransitOperation } from '@yinjian/wechat-transit';
import { isSameOrder } from '../internal/checked-fields.ts';
import { type Refusal, refusal } from '../internal/refusal.ts';
import type { TransitOrder } from './order.ts';

/** What a number that was used before is refused with: the state of the order, or that it is another order's. */
export function repeatRefusal(operation: TransitOperation, earlier: TransitOrder, fields: object): Refusal {
  const isSame = isSameOrder(operation, earlier.fields, fields);
  return refusal(operation, isSame ? repeatCode(earlier) : 'OUT_TRADE_NO_USED');
}

/** The very same parameters again. */
function repeatCode({ state }: TransitOrder): string {
  if (state === 'in-progress') return 'ORDER_ACCEPTED';
  return state === 'paid' || state === 'refunded' ? 'ORDER_PAID' : 'ORDER_CLOSED';
}
