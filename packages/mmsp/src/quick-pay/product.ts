// The values of the product, so that it can be a name of the package's root: declarations cannot bundle types there.

export { NOTIFICATION_RETRY_SECONDS } from '../envelope/notification-retry.ts';
export { buildRequest, readReply } from './build-request.ts';
export { createQuickPayClient } from './client.ts';
export { SMS_RESEND_SECONDS } from './fields.ts';
export { notification } from './notification.ts';
export { createQuickPayNotificationHandler } from './notification-handler.ts';
export * from './operations.ts';
