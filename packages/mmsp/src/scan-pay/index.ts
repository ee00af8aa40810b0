export {
  ConfigurationError,
  NotificationError,
  type Outcome,
  type PlatformError,
  RequestError,
  type UntilFinalOptions,
  untilFinal,
  YinjianError,
} from '@yinjian/provider-kit';
export type { AgentCredentials, EnvelopeCredentials, SigningKeys } from '../credentials.ts';
export { type BuildOptions, buildRequest, readReply } from '../envelope/build-request.ts';
export { sign, verifySign } from '../sign.ts';
export { verifyNotification } from '../verify-notification.ts';
export { alipayCard } from './alipay-card.ts';
export { alipayDynamicCode } from './alipay-dynamic-code.ts';
export { alipayH5 } from './alipay-h5.ts';
export { alipayPreOrder } from './alipay-pre-order.ts';
export { alipayStaticCode } from './alipay-static-code.ts';
export { cancel } from './cancel.ts';
export { createScanPayClient, type ScanPayClient, type ScanPayClientOptions } from './client.ts';
export { close } from './close.ts';
export { jdPreOrder } from './jd-pre-order.ts';
export { notification, type ScanPayNotification } from './notification.ts';
export {
  createScanPayNotificationHandler,
  type ScanPayNotificationHandlerOptions,
} from './notification-handler.ts';
export {
  type PayerIdUrlInput,
  payerIdUrl,
  payerIdUrlFields,
  readPayerId,
  type UnverifiedPayerId,
} from './payer-id.ts';
export { qqCard } from './qq-card.ts';
export { qqPreOrder } from './qq-pre-order.ts';
export { query } from './query.ts';
export { refund } from './refund.ts';
export { refundQuery } from './refund-query.ts';
export { CANCEL_AFTER_SECONDS, NOTIFICATION_RETRY_SECONDS, ORDER_EXPIRY_SECONDS } from './timing.ts';
export { unionPayPreOrder } from './union-pay-pre-order.ts';
export { type WechatAppUrlInput, wechatAppUrl, wechatAppUrlFields } from './wechat-app-url.ts';
export { wechatCard } from './wechat-card.ts';
export { wechatH5 } from './wechat-h5.ts';
export { wechatPreOrder } from './wechat-pre-order.ts';
