import { formatChinaTime } from '@yinjian/protocol-codec';
import { isOpen, type Order } from '../../internal/order-book.ts';
import type { World } from '../../internal/world.ts';
import type { EnvelopeCaller } from '../envelope/behaviour.ts';
import { CLOSED } from '../envelope/errors.ts';

/** `TRADETYPE` of what exists; JD and UnionPay have none [M] 扫码 10.3.2. */
export type Wallet = '1' | '2' | '3' | undefined;

/** What every order has, whichever operation placed it. */
export interface ScanPayFields {
  readonly MERORDERID: string;
  readonly AMT: string;
  readonly GOODSNAME: string;
  readonly NOTIFY_URL: string;
  readonly TIME_END?: string;
}

/** What pre-orders and H5 payments have besides; H5 payments have no `TRADETYPE`. */
export interface PreOrderFields extends ScanPayFields {
  readonly TRADETYPE?: string;
  readonly IS_RAW?: string;
  readonly JUMP_URL?: string;
}

/** A scan payment. */
export interface ScanPayOrder extends Order<ScanPayFields> {
  readonly caller: EnvelopeCaller;
  readonly wallet: Wallet;
  /** The platform notifies nobody of what it has answered [M] 扫码 5.2.3. */
  isPaidAtOnce?: true;
  /** Closed because its time had come, not by the merchant. */
  hasExpired?: true;
  /** Given back, or about to be, in fen. */
  refunded: number;
}

const PAYING = { STATUS: '3', ERR_CODE: 'AA', ERR_CODE_MSG: '用户支付中' };

/** 18 digits: the tables allow no more [M] 扫码 5.1.3. */
export function nextPlatformNumber(kind: '1' | '2', { nextNumber }: World): string {
  return `${kind}${String(nextNumber()).padStart(17, '0')}`;
}

/** `yyyy-MM-dd HH:mm:ss`; empty for what has not happened. */
export function wireTime(at: Date | undefined): string {
  return at === undefined ? '' : formatChinaTime(at, 'yyyy-MM-dd HH:mm:ss');
}

/** A failed `STATUS` with its reason. */
export function failed({ code, message }: { readonly code: string; readonly message: string }) {
  return { STATUS: '2', ERR_CODE: code, ERR_CODE_MSG: message };
}

/** What query, cancel, close and the notification say alike. */
export function orderFields({ platformNumber, number, fields, placedAt, paidAt, wallet }: ScanPayOrder) {
  return {
    ORDERNO: platformNumber,
    AMT: fields.AMT,
    TRADETIME: wireTime(placedAt),
    PAYTIME: wireTime(paidAt),
    MERORDERID: number,
    TRADETYPE: wallet,
  };
}

/** `STATUS` of an order. The document has no state for what was given back: it stays paid. */
export function orderStatus(order: ScanPayOrder) {
  if (isOpen(order)) return PAYING;
  if (order.state === 'paid' || order.state === 'refunded') return { STATUS: '1' };
  return failed(order.failure ?? CLOSED);
}

/** Keeps an open order from being paid. */
export function closeOrder(order: ScanPayOrder, state: 'closed' | 'cancelled'): void {
  order.state = state;
  order.failure = CLOSED;
}
