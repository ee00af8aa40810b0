import type { gateway } from '@yinjian/mmsp';
import { formatChinaTime } from '@yinjian/protocol-codec';
import type { CheckedFields } from '../../internal/checked-fields.ts';
import { isOpen, type Order } from '../../internal/order-book.ts';
import type { HtmlPage } from '../../internal/payer-page-html.ts';
import type { EnvelopeCaller } from '../envelope/behaviour.ts';

/** A gateway payment. */
export interface GatewayOrder extends Order<CheckedFields<typeof gateway.pay>> {
  readonly caller: EnvelopeCaller;
  /** The payer's page, for a browser that posts the same form again. */
  page?: HtmlPage;
  notifiedAt?: Date;
}

/** What query, notification and return say alike. Times of what has not happened are empty. */
export function orderFields({ platformNumber, number, fields, paidAt, notifiedAt }: GatewayOrder) {
  return {
    LIST_ID: platformNumber,
    MERORDERID: number,
    AMT: fields.AMT,
    GOODSNAME: fields.GOODSNAME,
    PAY_CHANNEL: fields.PAY_CHANNEL,
    PAY_DATE: paidAt === undefined ? '' : formatChinaTime(paidAt),
    NOTIFY_DATE: notifiedAt === undefined ? '' : formatChinaTime(notifiedAt),
    REMARK: fields.REMARK,
  };
}

/** `STATUS` of an order, and the code that goes with any but 1. */
export function orderStatus(order: GatewayOrder) {
  if (isOpen(order)) return { STATUS: '0', ERRCODE: 'AA', ERRMSG: '用户支付中' };
  if (order.state === 'paid') return { STATUS: '1' };
  if (order.state === 'refunded') return { STATUS: '3' };
  return { STATUS: '2', ERRCODE: order.failure?.code, ERRMSG: order.failure?.message };
}
