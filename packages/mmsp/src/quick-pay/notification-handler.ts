import { decodeUtf8 } from '@yinjian/protocol-codec';
import {
  ConfigurationError,
  createNotificationHandler,
  NotificationError,
  type NotificationHandler,
  type NotificationHandlerOptions,
} from '@yinjian/provider-kit';
import { checkSigningKeys, type SigningKeys } from '../credentials.ts';
import { checkObject } from '../internal/configuration-issues.ts';
import { readNotification } from '../verify-notification.ts';
import type { QuickPayNotification } from './notification.ts';

/** What a merchant brings to a notification handler. */
export interface QuickPayNotificationHandlerOptions {
  /**
   * Your own work: record the payment. Called for every verified notification, repeats included, so it has to be
   * idempotent. The notification is acknowledged after it returns; if it throws, the platform sends again.
   */
  readonly onNotification: (notification: QuickPayNotification) => void | Promise<void>;
  /** Told of what was refused, for a log. */
  readonly onRefused?: NotificationHandlerOptions<QuickPayNotification>['onRefused'];
}

/** The answer that stops the platform from sending again [M] 快捷 5.5.3. */
const ACKNOWLEDGEMENT = { body: 'SUCCESS', contentType: 'text/plain; charset=utf-8' };

/** The largest notification that is read, in bytes. */
const MAX_BYTES = 1_048_576;

/**
 * A handler for `NOTIFY_URL`: `(request: Request) => Promise<Response>`, for any server or edge runtime. It answers
 * `SUCCESS` after `onNotification` has returned; 400 to what cannot be believed, 405 to anything but a POST, 413 above
 * 1 MiB, and 500 when `onNotification` throws, so that the platform sends again.
 *
 * @throws ConfigurationError for an unusable key or option.
 */
export function createQuickPayNotificationHandler(
  keys: SigningKeys,
  options: QuickPayNotificationHandlerOptions,
): NotificationHandler {
  const checked = checkSigningKeys(keys);
  const { onNotification, onRefused } = checkObject('options', options);
  if (typeof onNotification !== 'function') {
    const message = 'must be a function';
    throw new ConfigurationError([{ path: 'onNotification', code: 'wrong_type', message }]);
  }
  return createNotificationHandler({
    verify: (bytes) => readNotification(decodeNotification(bytes), checked),
    onNotification,
    onRefused,
    acknowledgement: ACKNOWLEDGEMENT,
    maxBytes: MAX_BYTES,
  });
}

function decodeNotification(bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes);
  } catch {
    throw new NotificationError('malformed');
  }
}
