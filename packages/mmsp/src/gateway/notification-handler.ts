import type { NotificationHandler } from '@yinjian/provider-kit';
import type { SigningKeys } from '../credentials.ts';
import {
  createEnvelopeNotificationHandler,
  type EnvelopeNotificationHandlerOptions,
} from '../envelope/notification-handler.ts';
import { readNotification } from '../envelope/read-notification.ts';
import { type GatewayNotification, notification } from './notification.ts';

/** What a merchant brings to a notification handler. */
export type GatewayNotificationHandlerOptions = EnvelopeNotificationHandlerOptions<GatewayNotification>;

/**
 * A handler for `NOTIFY_URL`: `(request: Request) => Promise<Response>`, for any server or edge runtime. It answers
 * `SUCCESS` after `onNotification` has returned; 400 to what cannot be believed, 405 to anything but a POST, 413 above
 * 1 MiB, and 500 when `onNotification` throws, so that the platform sends again.
 *
 * @throws ConfigurationError for an unusable key or option.
 */
export function createGatewayNotificationHandler(
  keys: SigningKeys,
  options: GatewayNotificationHandlerOptions,
): NotificationHandler {
  return createEnvelopeNotificationHandler(
    (text, checked) => readNotification(notification, text, checked) as GatewayNotification,
    keys,
    options,
  );
}
