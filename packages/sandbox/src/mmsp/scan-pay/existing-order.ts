import { scanPay } from '@yinjian/mmsp';
import { isOpen, type OrderBook } from '../../internal/order-book.ts';
import { Refusal } from '../../internal/refusal.ts';
import type { World } from '../../internal/world.ts';
import { type EnvelopeCaller, envelopeBehaviour } from '../envelope/behaviour.ts';
import { NO_SUCH_ORDER } from '../envelope/errors.ts';
import { NO_MONEY, PAID, REFUNDED, TOO_EARLY } from './failures.ts';
import { closeOrder, failed, orderFields, orderStatus, type ScanPayOrder } from './order.ts';

/** The order, by either number. Both given, both must be its own. */
export function findOrder(
  orders: OrderBook<ScanPayOrder>,
  { MERNO }: EnvelopeCaller,
  { ORDERNO, MERORDERID }: { readonly ORDERNO?: string; readonly MERORDERID?: string },
): ScanPayOrder | Refusal {
  const order =
    MERORDERID === undefined
      ? orders.findByPlatformNumber(MERNO, ORDERNO ?? '')
      : orders.find(MERNO, MERORDERID);
  return order === undefined || (ORDERNO !== undefined && order.platformNumber !== ORDERNO)
    ? NO_SUCH_ORDER
    : order;
}

/** 查询订单. */
const query = envelopeBehaviour<ScanPayOrder, typeof scanPay.query>(
  scanPay.query,
  ({ fields, caller, orders }) => {
    const order = findOrder(orders, caller, fields);
    return order instanceof Refusal ? order : { ...orderStatus(order), ...orderFields(order) };
  },
);

/** 撤销订单: undoes an order, paid or not, as often as it is asked for. */
const cancel = envelopeBehaviour<ScanPayOrder, typeof scanPay.cancel>(
  scanPay.cancel,
  ({ fields, caller, orders, world }) => {
    const order = findOrder(orders, caller, fields);
    if (order instanceof Refusal) return order;
    const age = world.now().getTime() - order.placedAt.getTime();
    const isEarly = age < scanPay.CANCEL_AFTER_SECONDS * 1000 * world.options.timeScale;
    return { ...cancelled(order, isEarly, world), ...orderFields(order) };
  },
);

function cancelled(order: ScanPayOrder, isEarly: boolean, { account }: World) {
  if (order.state === 'cancelled') return { STATUS: '1' };
  if (isEarly) return failed(TOO_EARLY);
  if (order.refunded > 0) return failed(REFUNDED);
  if (!isOpen(order) && order.state !== 'paid') return orderStatus(order);
  if (order.state === 'paid' && !account.takeBack(order.amount)) return failed(NO_MONEY);
  closeOrder(order, 'cancelled');
  return { STATUS: '1' };
}

/** 关闭订单: keeps an unpaid order from being paid, as often as it is asked for. */
const close = envelopeBehaviour<ScanPayOrder, typeof scanPay.close>(
  scanPay.close,
  ({ fields, caller, orders }) => {
    const order = findOrder(orders, caller, fields);
    return order instanceof Refusal ? order : { ...closed(order), ...orderFields(order) };
  },
);

function closed(order: ScanPayOrder) {
  if (order.state === 'closed') return { STATUS: '1' };
  if (order.state === 'paid' || order.state === 'refunded') return failed(PAID);
  if (!isOpen(order)) return orderStatus(order);
  closeOrder(order, 'closed');
  return { STATUS: '1' };
}

export const existingOrders = {
  'scanPay.query': query,
  'scanPay.cancel': cancel,
  'scanPay.close': close,
};
