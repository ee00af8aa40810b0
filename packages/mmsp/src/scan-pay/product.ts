// The values of the product, so that it can be a name of the package's root: declarations cannot bundle types there.
export { buildRequest, readReply } from './build-request.ts';
export { createScanPayClient } from './client.ts';
export { notification } from './notification.ts';
export { createScanPayNotificationHandler } from './notification-handler.ts';
export * from './operations.ts';
export { payerIdLink, payerIdReturn, payerIdUrl, readPayerId } from './payer-id.ts';
export { CANCEL_AFTER_SECONDS, NOTIFICATION_RETRY_SECONDS, ORDER_EXPIRY_SECONDS } from './timing.ts';
export { wechatAppLink, wechatAppUrl } from './wechat-app-url.ts';
