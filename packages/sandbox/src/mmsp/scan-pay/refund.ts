import { scanPay } from '@yinjian/mmsp';
import { Refusal } from '../../internal/refusal.ts';
import { TEST_REFUNDS } from '../../magic-values.ts';
import { envelopeBehaviour } from '../envelope/behaviour.ts';
import { NO_SUCH_ORDER } from '../envelope/errors.ts';
import { findOrder } from './existing-order.ts';
import { NO_MONEY, RETURNED, TOO_MUCH, UNPAID } from './failures.ts';
import { failed, nextPlatformNumber, type ScanPayOrder, wireTime } from './order.ts';

interface Refund {
  readonly number: string;
  readonly platformNumber: string;
  readonly merchant: string;
  readonly amount: number;
  readonly at: Date;
  failure?: typeof RETURNED;
}

/** How many of its most recent refunds the platform remembers. */
const CAPACITY = 10_000;

/** From accepting a refund to its failing, in seconds. */
const FAILURE_SECONDS = 5;

/** 退款 and 退款查询订单, with refunds of their own. */
export function createRefunds() {
  const refunds: Refund[] = [];

  const refund = envelopeBehaviour<ScanPayOrder, typeof scanPay.refund>(
    scanPay.refund,
    ({ fields, caller, orders, world }) => {
      const { REFUND_MERORDERID } = fields;
      const amount = Number(fields.AMT);
      const order = findOrder(orders, caller, fields);
      if (order instanceof Refusal) return order;
      if (refunds.some((one) => one.merchant === caller.MERNO && one.number === REFUND_MERORDERID)) {
        return new Refusal('-2001', '商户退款订单号重复');
      }
      const repeated = { REFUND_MERORDERID, AMT: fields.AMT };
      if (order.state !== 'paid' && order.state !== 'refunded') return { ...failed(UNPAID), ...repeated };
      if (order.refunded + amount > order.amount) return { ...failed(TOO_MUCH), ...repeated };
      if (!world.account.takeBack(amount)) return { ...failed(NO_MONEY), ...repeated };

      const accepted: Refund = {
        number: REFUND_MERORDERID,
        platformNumber: nextPlatformNumber('2', world),
        merchant: caller.MERNO,
        amount,
        at: world.now(),
      };
      refunds.push(accepted);
      if (refunds.length > CAPACITY) refunds.shift();
      giveBack(order, amount);
      if (REFUND_MERORDERID.startsWith(TEST_REFUNDS.fails)) {
        world.scheduler.after(FAILURE_SECONDS, () => {
          accepted.failure = RETURNED;
          giveBack(order, -amount);
          world.account.collect(amount);
        });
      }
      return refundFields(accepted);
    },
  );

  const refundQuery = envelopeBehaviour<ScanPayOrder, typeof scanPay.refundQuery>(
    scanPay.refundQuery,
    ({ fields, caller }) => {
      const { REFUND_ORDERNO, REFUND_MERORDERID } = fields;
      const found = refunds.find(
        ({ merchant, number, platformNumber }) =>
          merchant === caller.MERNO &&
          (REFUND_MERORDERID ?? number) === number &&
          (REFUND_ORDERNO ?? platformNumber) === platformNumber,
      );
      return found === undefined ? NO_SUCH_ORDER : refundFields(found);
    },
  );

  return { 'scanPay.refund': refund, 'scanPay.refundQuery': refundQuery };
}

function giveBack(order: ScanPayOrder, amount: number): void {
  order.refunded += amount;
  order.state = order.refunded === order.amount ? 'refunded' : 'paid';
}

function refundFields({ platformNumber, number, amount, at, failure }: Refund) {
  return {
    ...(failure === undefined ? { STATUS: '1' } : failed(failure)),
    REFUND_ORDERNO: platformNumber,
    AMT: String(amount),
    REFUND_TIME: wireTime(at),
    REFUND_MERORDERID: number,
  };
}
