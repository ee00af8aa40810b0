export { encodeHtmlForm, type HtmlForm, type HtmlFormOptions } from '@yinjian/protocol-codec';
export {
  ConfigurationError,
  NotificationError,
  type Outcome,
  type PlatformError,
  RequestError,
  YinjianError,
} from '@yinjian/provider-kit';
export type { AgentCredentials, EnvelopeCredentials, SigningKeys } from '../credentials.ts';
export type { BatchPages, BatchPagesOptions } from '../envelope/batch-pages.ts';
export { type BuildOptions, buildRequest, readReply } from '../envelope/build-request.ts';
export { sign, verifySign } from '../sign.ts';
export { verifyNotification } from '../verify-notification.ts';
export { bankChannels } from './bank-channels.ts';
export { createGatewayClient, type GatewayClient, type GatewayClientOptions } from './client.ts';
export { type GatewayNotification, NOTIFICATION_RETRY_SECONDS, notification } from './notification.ts';
export {
  createGatewayNotificationHandler,
  type GatewayNotificationHandlerOptions,
} from './notification-handler.ts';
export { pay } from './pay.ts';
export { buildPaymentForm, type PaymentForm, type PaymentFormInput } from './payment-form.ts';
export { paymentReturn, readPaymentReturn, type UnverifiedReturn } from './payment-return.ts';
export { query } from './query.ts';
export { queryBatch } from './query-batch.ts';
