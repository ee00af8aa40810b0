import type { OperationName, PayoutOperationName, TransitOperationName } from './operations.ts';

/** What can go wrong with any operation. The README's table says which of them execute the request. */
export type OperationFault =
  | 'drop-before-executing'
  | 'drop-after-executing'
  | 'drop-within-reply'
  | 'bad-gateway'
  | 'redirect'
  | 'empty'
  | 'truncated'
  | 'not-utf8'
  | 'oversize'
  | 'system-error'
  | 'system-error-after-executing'
  | 'wrong-signature'
  | 'no-signature'
  | 'duplicate-fields'
  | 'another-order'
  | 'undocumented-state';

/** What can go wrong with WeChat's XML alone. */
export type TransitFault = 'doctype' | 'other-algorithm';

/** What can go wrong with payouts alone. */
export type PayoutFault = 'wrong-encryption';

/** What can go wrong with a notification. */
export type NotificationFault =
  | 'duplicate'
  | 'reordered'
  | 'lost'
  | 'wrong-signature'
  | 'no-signature'
  | 'tampered';

/** `paymentNotice` and `repaymentNotice` are WeChat's, the others MMSP's. */
export type NotificationName =
  | 'paymentNotice'
  | 'repaymentNotice'
  | 'quickPay.notification'
  | 'scanPay.notification'
  | 'gateway.notification';

interface Times {
  /** How often. Default: 1; `Infinity` lasts until it is withdrawn. */
  readonly times?: number;
}

interface Delay extends Times {
  readonly fault: 'delay';
  /** In real seconds. Default: 20, which is longer than a client waits by default. */
  readonly delaySeconds?: number;
}

interface Refuse extends Times {
  readonly fault: 'refuse';
  /** The platform's code, documented or not. */
  readonly code: string;
  /** Default: the words of the documents. */
  readonly message?: string;
}

/** What the sandbox does wrong with the next requests to an operation. */
export type OperationMisbehaviour =
  | (Times & { readonly operation: OperationName; readonly fault: OperationFault })
  | (Times & { readonly operation: TransitOperationName; readonly fault: TransitFault })
  | (Times & { readonly operation: PayoutOperationName; readonly fault: PayoutFault })
  | (Delay & { readonly operation: OperationName })
  | (Refuse & { readonly operation: OperationName });

/** What the sandbox does wrong with its next notifications. */
export type NotificationMisbehaviour =
  | (Times & { readonly notification: NotificationName; readonly fault: NotificationFault })
  | (Delay & { readonly notification: NotificationName });

/** Something the sandbox can be told to do wrong. */
export type Misbehaviour = OperationMisbehaviour | NotificationMisbehaviour;
