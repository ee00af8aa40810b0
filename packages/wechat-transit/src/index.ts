export {
  ConfigurationError,
  NotificationError,
  type Outcome,
  type PlatformError,
  RequestError,
  YinjianError,
} from '@yinjian/provider-kit';
export { type BuildOptions, buildRequest } from './build-request.ts';
export {
  createWechatTransitClient,
  type DirectClient,
  type PartnerClient,
  type WechatTransitClientOptions,
} from './client.ts';
export type { Credentials, SignType } from './credentials.ts';
export { SYSTEMERROR_RETRY_SECONDS } from './errors.ts';
export type { TransitOperation } from './operation.ts';
export { payapply } from './payapply.ts';
export {
  createPaymentNoticeHandler,
  NOTICE_RETRY_SECONDS,
  type PaymentNotice,
  type PaymentNoticeHandlerOptions,
  paymentNotice,
  verifyPaymentNotice,
} from './payment-notice.ts';
export { queryorder } from './queryorder.ts';
export { readReply } from './read-reply.ts';
export { sign, verifySign } from './sign.ts';
