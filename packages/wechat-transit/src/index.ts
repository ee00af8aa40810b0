export {
  type BuiltRequest,
  type CallOptions,
  type ClientOptions,
  ConfigurationError,
  type ErrorCodes,
  type Fetch,
  type FieldDescription,
  type Hooks,
  type HttpRequest,
  type Issue,
  type IssueCode,
  type NextStep,
  NotificationError,
  type NotificationHandler,
  type NotificationRefusal,
  type OperationData,
  type OperationInput,
  type OperationOutcome,
  type Outcome,
  type OutcomeEvent,
  type PlatformError,
  RequestError,
  type RequestEvent,
  type SentFields,
  type Title,
  type UnknownCause,
  type UnknownCauseCode,
  type UntilFinalOptions,
  untilFinal,
  YinjianError,
} from '@yinjian/provider-kit';
export { type BuildOptions, buildRequest } from './build-request.ts';
export {
  createWechatTransitClient,
  type DirectClient,
  type PartnerClient,
  type WechatTransitClient,
  type WechatTransitClientOptions,
} from './client.ts';
export type { Credentials, SignType } from './credentials.ts';
export * from './definitions.ts';
export { SYSTEMERROR_RETRY_SECONDS } from './errors.ts';
export type { TransitOperation } from './operation.ts';
export { notifications, operations, type TransitOperationDescription } from './operations.ts';
export {
  NOTICE_RETRY_SECONDS,
  type NoticeIdentity,
  type PaymentNotice,
  paymentNotice,
} from './payment-notice.ts';
export { createPaymentNoticeHandler, type PaymentNoticeHandlerOptions } from './payment-notice-handler.ts';
export { mayRide, type QuerystateOutcome, type UserState } from './querystate.ts';
export { readReply } from './read-reply.ts';
export { sign, verifySign } from './sign.ts';
export { verifyPaymentNotice } from './verify-payment-notice.ts';
