import { formatChinaTime } from '@yinjian/protocol-codec';
import { isOpen, type Order } from '../../internal/order-book.ts';
import type { EnvelopeCaller } from '../envelope/behaviour.ts';

/** What every order has, whichever operation placed it. */
export interface QuickPayFields {
  readonly MERORDERID: string;
  readonly AMT: string;
  readonly NOTIFY_URL: string;
}

/** A quick payment. */
export interface QuickPayOrder extends Order<QuickPayFields> {
  readonly caller: EnvelopeCaller;
  /** The card that pays; a UnionPay order may be without one. */
  readonly card: { readonly CARDNO?: string | undefined; readonly CARDTYPE: string };
  /** What the payer's phone received; nothing where the payer decides on a page. */
  smsCode?: string;
  smsSentAt?: Date;
  /** How many wrong codes were handed in. */
  wrongCodes: number;
  readonly bindId: string | undefined;
  notifiedAt?: Date;
}

/** Every test card is of this bank. */
export const BANK_NAME = '招商银行';

/** What pay and query say alike. Times of what has not happened are empty. */
export function orderFields({ platformNumber, number, fields, card, ...order }: QuickPayOrder) {
  const { paidAt, notifiedAt, bindId } = order;
  return {
    LIST_ID: platformNumber,
    MERORDERID: number,
    PAY_DATE: paidAt === undefined ? '' : formatChinaTime(paidAt),
    NOTIFY_DATE: notifiedAt === undefined ? '' : formatChinaTime(notifiedAt),
    AMT: fields.AMT,
    CARDNO: card.CARDNO,
    BIND_ID: bindId,
  };
}

/** `STATUS` of an order, and the code that goes with any but 1. */
export function orderStatus(order: QuickPayOrder) {
  if (isOpen(order)) return { STATUS: '0', ERRCODE: 'AA', ERRMSG: '用户支付中' };
  if (order.state === 'paid') return { STATUS: '1' };
  if (order.state === 'refunded') return { STATUS: '3' };
  return { STATUS: '2', ERRCODE: order.failure?.code, ERRMSG: order.failure?.message };
}
