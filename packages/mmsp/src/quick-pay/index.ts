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
export { sign, verifySign } from '../sign.ts';
export { verifyNotification } from '../verify-notification.ts';
export { bind } from './bind.ts';
export { bindSms } from './bind-sms.ts';
export { boundCardSms } from './bound-card-sms.ts';
export { type BuildOptions, buildRequest, readReply } from './build-request.ts';
export { createQuickPayClient, type QuickPayClient, type QuickPayClientOptions } from './client.ts';
export { confirm } from './confirm.ts';
export { SMS_RESEND_SECONDS } from './fields.ts';
export { NOTIFICATION_RETRY_SECONDS, notification, type QuickPayNotification } from './notification.ts';
export {
  createQuickPayNotificationHandler,
  type QuickPayNotificationHandlerOptions,
} from './notification-handler.ts';
export { pay } from './pay.ts';
export { payWithBoundCard } from './pay-with-bound-card.ts';
export { query } from './query.ts';
export { queryBatch } from './query-batch.ts';
export { queryBinding } from './query-binding.ts';
export { resendSms } from './resend-sms.ts';
export { unbind } from './unbind.ts';
export { unionPayOrder } from './union-pay-order.ts';
