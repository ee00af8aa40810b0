import type { NotificationHandler } from '@yinjian/provider-kit';
import type { SigningKeys } from '../credentials.ts';
import {
  createEnvelopeNotificationHandler,
  type EnvelopeNotificationHandlerOptions,
} from '../envelope/notification-handler.ts';
import { readNotification } from '../envelope/read-notification.ts';
import { notification, type ScanPayNotification } from './notification.ts';

/** What a merchant brings to a notification handler. */
export type ScanPayNotificationHandlerOptions = EnvelopeNotificationHandlerOptions<ScanPayNotification>;

/**
 * A handler for `NOTIFY_URL`: `(request: Request) => Promise<Response>`, for any server or edge runtime. It answers
 * exactly `SUCCESS` after `onNotification` has returned; 400 to what cannot be believed, 405 to anything but a POST,
 * 413 above 1 MiB, and 500 when `onNotification` throws, so that the platform sends again.
 *
 * @throws ConfigurationError for an unusable key or option.
 */
export function createScanPayNotificationHandler(
  keys: SigningKeys,
  options: ScanPayNotificationHandlerOptions,
): NotificationHandler {
  return createEnvelopeNotificationHandler(
    (text, checked) => readNotification(notification, text, checked) as ScanPayNotification,
    keys,
    options,
  );
}
