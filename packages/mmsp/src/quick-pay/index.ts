export {
  ConfigurationError,
  NotificationError,
  type Outcome,
  type PlatformError,
  RequestError,
  YinjianError,
} from '@yinjian/provider-kit';
export type { AgentCredentials, EnvelopeCredentials, SigningKeys } from '../credentials.ts';
export { sign, verifySign } from '../sign.ts';
export { verifyNotification } from '../verify-notification.ts';
export { type BuildOptions, buildRequest, readReply } from './build-request.ts';
export { createQuickPayClient, type QuickPayClient, type QuickPayClientOptions } from './client.ts';
export { confirm } from './confirm.ts';
export { NOTIFICATION_RETRY_SECONDS, notification, type QuickPayNotification } from './notification.ts';
export {
  createQuickPayNotificationHandler,
  type QuickPayNotificationHandlerOptions,
} from './notification-handler.ts';
export { pay } from './pay.ts';
export { query } from './query.ts';
