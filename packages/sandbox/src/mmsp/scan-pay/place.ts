import { scanPay } from '@yinjian/mmsp';
import { parseChinaTime } from '@yinjian/protocol-codec';
import { isOpen } from '../../internal/order-book.ts';
import { Refusal, refusal } from '../../internal/refusal.ts';
import type { World } from '../../internal/world.ts';
import { REFUSED_AMOUNT, refusalCode } from '../../magic-values.ts';
import type { EnvelopeCall } from '../envelope/behaviour.ts';
import { closeOrder, failed, type ScanPayFields, type ScanPayOrder, type Wallet } from './order.ts';

/** An order that lives longer does not expire here, in seconds: timers cannot wait for weeks. */
const LONGEST_LIFE_SECONDS = 3600;

/** Places an order and answers. It is open until it is paid, closed, or expires. */
export function placeOrder<Reply>(
  { fields, caller, operation, orders, world }: EnvelopeCall<ScanPayFields, ScanPayOrder>,
  wallet: Wallet,
  reply: (order: ScanPayOrder) => Reply,
) {
  const { MERORDERID, AMT, GOODSNAME } = fields;
  if (orders.find(caller.MERNO, MERORDERID) !== undefined) return new Refusal('-2001', '商户订单号重复');
  if (Number(AMT) === REFUSED_AMOUNT) return new Refusal('-3005', '交易金额不符，请修改交易金额');
  const code = refusalCode(GOODSNAME);
  if (code !== undefined) return { ...failed(refusal(operation, code)), MERORDERID };
  const order: ScanPayOrder = {
    merchant: caller.MERNO,
    number: MERORDERID,
    platformNumber: `1${String(world.nextNumber()).padStart(17, '0')}`,
    amount: Number(AMT),
    fields,
    caller,
    wallet,
    placedAt: world.now(),
    state: 'placed',
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
