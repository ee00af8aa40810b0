import {
  ConfigurationError,
  checkConfiguration,
  createMethods,
  type Methods,
  type NotificationHandler,
} from '@yinjian/provider-kit';
import { createEnvelopeCaller, type EnvelopeClientOptions } from '../envelope/create-envelope-caller.ts';
import {
  createScanPayNotificationHandler,
  type ScanPayNotificationHandlerOptions,
} from './notification-handler.ts';
import * as operations from './operations.ts';
import { qqCard } from './qq-card.ts';

/** Credentials, address and client options in one. `cancel` and `refund` need `certificateFetch`. */
export interface ScanPayClientOptions extends EnvelopeClientOptions {
  /** The id sent with `qqCard`, which the documents print in two ways: 2326 (0x0916) or 776 (0x0308). Default: 2326. */
  readonly qqCardCommandId?: number;
}

/**
 * The operations of scan pay. `AMT` is in fen.
 *
 * A pre-order ends `pending` when it was placed: it is not paid before `query` or a notification says so. A card payment
 * ends `succeeded` when it was paid at once (no notification follows) and `pending` while the payer is still paying:
 * see `untilFinal`.
 *
 * Every method rejects with a `RequestError` before anything is sent, when the input breaks a rule or an order number
 * was sent before with other parameters.
 */
export interface ScanPayClient extends Methods<typeof operations> {
  /** A handler for `NOTIFY_URL`, with this client's keys. */
  readonly notificationHandler: (options: ScanPayNotificationHandlerOptions) => NotificationHandler;
}

/**
 * A client for scan pay (扫码支付): JSON envelopes signed with MD5.
 *
 * @throws ConfigurationError naming every unusable option.
 */
export function createScanPayClient(options: ScanPayClientOptions): ScanPayClient {
  const [{ call, credentials }, qqCardDefinition] = checkConfiguration(
    () => createEnvelopeCaller('scanPay', options),
    () => withCommandId(options?.qqCardCommandId),
  );
  return {
    ...createMethods(call, { ...operations, qqCard: qqCardDefinition }),
    notificationHandler: (handler) => createScanPayNotificationHandler(credentials, handler),
  };
}

function withCommandId(commandId: number = qqCard.commandId): typeof qqCard {
  if (Number.isInteger(commandId) && commandId > 0 && commandId < 0x8000) return { ...qqCard, commandId };
  const message = 'must be a whole number from 1 to 32767';
  throw new ConfigurationError([{ path: 'qqCardCommandId', code: 'invalid_value', message }]);
}
