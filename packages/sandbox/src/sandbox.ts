import type { merchants } from './merchants.ts';
import type { Misbehaviour } from './misbehaviour.ts';
import type { NotificationRecord } from './notification-record.ts';
import type { OrderRecord } from './order-record.ts';
import type { Payer } from './payer.ts';

/** Both platforms, listening. */
export interface Sandbox {
  /** What clients are configured with. */
  readonly urls: {
    /** The `baseUrl` of WeChat's side; the paths are the platform's own. */
    readonly wechatTransit: string;
    readonly quickPay: string;
    readonly scanPay: string;
    /** For the form that a browser posts, and for queries. */
    readonly gateway: string;
    readonly payout: string;
    /** Where scan pay's `payerIdUrl` leads: comes back with an OPENID or USER_ID. */
    readonly payerId: string;
    /** The host for scan pay's `wechatAppUrl`. */
    readonly wechatApp: string;
  };
  /** Everybody who may call. */
  readonly merchants: typeof merchants;
  /** SPKI: encrypts payout requests and verifies payout replies. Made anew for each sandbox. */
  readonly platformPublicKeyPem: string;
  /**
   * Does something wrong with the next request to an operation, or with the next notification.
   *
   * @returns what withdraws it.
   * @throws ConfigurationError for a fault that the operation cannot have.
   */
  readonly misbehave: (misbehaviour: Misbehaviour) => () => void;
  readonly payer: Payer;
  /** A snapshot of every order, oldest first. */
  readonly orders: readonly OrderRecord[];
  /** A snapshot of every notification, oldest first. */
  readonly notifications: readonly NotificationRecord[];
  /** Ends everything: no timer and no socket is left. */
  readonly close: () => Promise<void>;
}
