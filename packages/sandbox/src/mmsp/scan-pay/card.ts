import { type MmspOperation, scanPay } from '@yinjian/mmsp';
import type { ReplyFields } from '../../internal/checked-fields.ts';
import type { Refusal } from '../../internal/refusal.ts';
import { TEST_PAYMENT_CODES } from '../../magic-values.ts';
import type { EnvelopeBehaviour, EnvelopeCall } from '../envelope/behaviour.ts';
import { CLOSED } from '../envelope/errors.ts';
import { orderStatus, type ScanPayFields, type ScanPayOrder, type Wallet, wireTime } from './order.ts';
import { placeOrder } from './place.ts';

/** How long the payer takes over the password, in seconds. */
const PASSWORD_SECONDS = 5;

interface CardFields extends ScanPayFields {
  readonly CODE: string;
}

/** Charges the payer whose code it is: at once, or once the payer has entered the password. */
function charge(
  call: EnvelopeCall<CardFields, ScanPayOrder>,
  wallet: Wallet,
): ReplyFields<typeof scanPay.wechatCard> | Refusal {
  return placeOrder(call, wallet, (order) => {
    start(order, call);
    return {
      ...orderStatus(order),
      ORDERNO: order.platformNumber,
      TRADETIME: wireTime(order.placedAt),
      MERORDERID: order.number,
    };
  });
}

function start(order: ScanPayOrder, { fields, orders, world }: EnvelopeCall<CardFields, ScanPayOrder>): void {
  switch (fields.CODE) {
    case TEST_PAYMENT_CODES.refused:
      orders.fail(order, { code: CLOSED.code, message: '付款码无效' });
      break;
    case TEST_PAYMENT_CODES.pays:
      order.state = 'in-progress';
      world.scheduler.after(PASSWORD_SECONDS, () => orders.settle(order));
      break;
    case TEST_PAYMENT_CODES.declines:
      order.state = 'in-progress';
      world.scheduler.after(PASSWORD_SECONDS, () => orders.fail(order, CLOSED));
      break;
    case TEST_PAYMENT_CODES.hangs:
      order.state = 'in-progress';
      break;
    default:
      order.isPaidAtOnce = true;
      orders.settle(order);
  }
}

function charging(definition: MmspOperation, wallet: Wallet): EnvelopeBehaviour<ScanPayOrder> {
  return { definition, execute: (call) => charge(call as EnvelopeCall<CardFields, ScanPayOrder>, wallet) };
}

/** 刷卡支付. */
export const cardPayments = {
  'scanPay.wechatCard': charging(scanPay.wechatCard, '1'),
  'scanPay.alipayCard': charging(scanPay.alipayCard, '2'),
  'scanPay.qqCard': charging(scanPay.qqCard, '3'),
};

/** 0x0308, which the document's table of commands prints for the same. */
export const qqCardAsPrinted = charging({ ...scanPay.qqCard, commandId: 0x0308 }, '3');
