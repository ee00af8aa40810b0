import { createMethods, type Methods, type NotificationHandler } from '@yinjian/provider-kit';
import { createQueryBatchPages, type QueryBatchPages } from '../envelope/batch-pages.ts';
import { createEnvelopeCaller, type EnvelopeClientOptions } from '../envelope/create-envelope-caller.ts';
import {
  createQuickPayNotificationHandler,
  type QuickPayNotificationHandlerOptions,
} from './notification-handler.ts';
import * as operations from './operations.ts';

/** Credentials, address and client options in one. */
export interface QuickPayClientOptions extends EnvelopeClientOptions {}

/**
 * The operations of quick pay. `AMT` is in fen.
 *
 * Every method rejects with a `RequestError` before anything is sent, when the input breaks a rule or `MERORDERID` was
 * sent before with other parameters.
 */
export interface QuickPayClient extends Methods<typeof operations> {
  /**
   * Every page of `queryBatch`, one outcome each. The last one tells whether the list is complete: it is not unless its
   * status is `succeeded`. Rows can move while pages are read: choose an `END_DATE` that has passed. After a page that was
   * lost, go on with `queryBatch`, which takes `PAGE`.
   *
   * @throws ConfigurationError for an unusable option. The iteration rejects as `queryBatch` does.
   */
  readonly queryBatchPages: QueryBatchPages<typeof operations.queryBatch>;
  /** A handler for `NOTIFY_URL`, with this client's keys. */
  readonly notificationHandler: (options: QuickPayNotificationHandlerOptions) => NotificationHandler;
}

/**
 * A client for quick pay (快捷支付): JSON envelopes signed with MD5.
 *
 * @throws ConfigurationError naming every unusable option.
 */
export function createQuickPayClient(options: QuickPayClientOptions): QuickPayClient {
  const { call, credentials } = createEnvelopeCaller('quickPay', options);
  return {
    ...createMethods(call, operations),
    queryBatchPages: createQueryBatchPages(call, operations.queryBatch),
    notificationHandler: (handler) => createQuickPayNotificationHandler(credentials, handler),
  };
}
