import type { NextStep } from '@yinjian/provider-kit';

/** How long an order can be paid where the request gives no `TIME_END`, in seconds [M] 扫码 5.1.2. */
export const ORDER_EXPIRY_SECONDS = 300;

/** How long to wait after the payment request before an order is cancelled, in seconds [M] 扫码 10.4. */
export const CANCEL_AFTER_SECONDS = 15;

/**
 * The pauses after which an unacknowledged notification is sent again, in seconds. The document's list begins with a 0,
 * which is the first sending [M] 扫码 10.8.
 */
export const NOTIFICATION_RETRY_SECONDS = [15, 15, 30, 180, 1800, 1800, 1800, 1800, 1800, 3600] as const;

/** How to find out what became of an order: soon, and then until it has certainly expired. */
export const queryLater: NextStep = {
  action: 'query',
  operation: 'scanPay.query',
  afterSeconds: [3, 5, 10, 30, 60, 180, 300],
};

/** How to find out what became of a refund. */
export const refundQueryLater: NextStep = {
  action: 'query',
  operation: 'scanPay.refundQuery',
  afterSeconds: [30, 60, 300, 1800, 3600],
};
