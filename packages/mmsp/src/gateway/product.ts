// The values of the product, so that it can be a name of the package's root: declarations cannot bundle types there.

export { NOTIFICATION_RETRY_SECONDS } from '../envelope/notification-retry.ts';
export { bankChannels } from './bank-channels.ts';
export { buildRequest, readReply } from './build-request.ts';
export { createGatewayClient } from './client.ts';
export { notification } from './notification.ts';
export { createGatewayNotificationHandler } from './notification-handler.ts';
export * from './operations.ts';
export { buildPaymentForm } from './payment-form.ts';
export { paymentReturn, readPaymentReturn } from './payment-return.ts';
