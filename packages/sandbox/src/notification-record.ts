import type { NotificationName } from './misbehaviour.ts';

/** One sending of a notification. */
export interface NotificationAttempt {
  readonly at: Date;
  /**
   * - `acknowledged`: answered as the documents demand.
   * - `rejected`: answered otherwise; `httpStatus` says with which status.
   * - `timeout`, `network`: not answered.
   * - `lost`: not even sent, because the sandbox was told to lose it.
   */
  readonly outcome: 'acknowledged' | 'rejected' | 'timeout' | 'network' | 'lost';
  readonly httpStatus?: number;
  /** What the sandbox was told to do wrong with it. */
  readonly fault?: string;
}

/** A notification, as far as it has got. */
export interface NotificationRecord {
  readonly notification: NotificationName;
  /** The merchant's order number. */
  readonly number: string;
  readonly url: string;
  /**
   * - `sending`: being sent, or waiting for the next attempt.
   * - `acknowledged`: never sent again.
   * - `given-up`: the documented schedule is used up.
   * - `not-allowed`: the URL does not point to this machine; the sandbox calls nobody else.
   */
  readonly state: 'sending' | 'acknowledged' | 'given-up' | 'not-allowed';
  readonly attempts: readonly NotificationAttempt[];
}
