import {
  type CreateEnvelopeNotificationHandler,
  type EnvelopeNotificationHandlerOptions,
  notificationHandlerOf,
} from '../envelope/notification-handler.ts';
import { notification, type QuickPayNotification } from './notification.ts';

/** What a merchant brings to a notification handler. */
export type QuickPayNotificationHandlerOptions = EnvelopeNotificationHandlerOptions<QuickPayNotification>;

/**
 * A handler for `NOTIFY_URL`: `(request: Request) => Promise<Response>`, for any server or edge runtime. It answers
 * `SUCCESS` after `onNotification` has returned; 400 to what cannot be believed, 405 to anything but a POST, 413 above
 * 1 MiB, and 500 when `onNotification` throws, so that the platform sends again.
 *
 * @throws ConfigurationError for an unusable key or option.
 */
export const createQuickPayNotificationHandler: CreateEnvelopeNotificationHandler<QuickPayNotification> =
  /* @__PURE__ */ notificationHandlerOf(notification);
