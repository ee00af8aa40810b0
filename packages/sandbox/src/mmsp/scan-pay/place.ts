import { scanPay } from '@yinjian/mmsp';
import { parseChinaTime } from '@yinjian/protocol-codec';
import { isOpen } from '../../internal/order-book.ts';
import type { World } from '../../internal/world.ts';
import { REFUSED_AMOUNT } from '../../magic-values.ts';
import type { EnvelopeCall } from '../envelope/behaviour.ts';
import { AMOUNT_REFUSED, NUMBER_USED } from '../envelope/errors.ts';
import { newOrder } from '../envelope/new-order.ts';
import {
  closeOrder,
  nextPlatformNumber,
  type ScanPayFields,
  type ScanPayOrder,
  type Wallet,
} from './order.ts';

/** An order that lives longer does not expire here, in seconds: timers cannot wait for weeks. */
const LONGEST_LIFE_SECONDS = 3600;

/** Places an order and answers. It is open until it is paid, closed, or expires. */
export function placeOrder<Reply>(
  call: EnvelopeCall<ScanPayFields, ScanPayOrder>,
  wallet: Wallet,
  reply: (order: ScanPayOrder) => Reply,
) {
  const { fields, caller, orders, world } = call;
  const { MERORDERID, AMT } = fields;
  if (orders.find(caller.MERNO, MERORDERID) !== undefined) return NUMBER_USED;
  if (Number(AMT) === REFUSED_AMOUNT) return AMOUNT_REFUSED;
  const order: ScanPayOrder = {
    ...newOrder(call, { number: MERORDERID, amount: Number(AMT) }),
    platformNumber: nextPlatformNumber('1', world),
    wallet,
    refunded: 0,
  };
  orders.add(order);
  expireLater(order, world);
  return reply(order);
}

function expireLater(order: ScanPayOrder, { scheduler, now }: World): void {
  const { TIME_END } = order.fields;
  const seconds =
    TIME_END === undefined
      ? scanPay.ORDER_EXPIRY_SECONDS
      : Math.max(0, (endOf(TIME_END).getTime() - now().getTime()) / 1000);
  if (seconds > LONGEST_LIFE_SECONDS) return;
  scheduler.after(seconds, () => {
    if (!isOpen(order)) return;
    closeOrder(order, 'closed');
    order.hasExpired = true;
  });
}

/** A day ends with its last second. */
function endOf(time: string): Date {
  return parseChinaTime(time.length === 10 ? `${time} 23:59:59` : time, 'yyyy-MM-dd HH:mm:ss');
}
