/** What the entries of the products that speak in signed envelopes share. */
export type { AgentCredentials, EnvelopeCredentials, SigningKeys } from './credentials.ts';
export type { BatchPages, BatchPagesOptions, QueryBatchPages } from './envelope/batch-pages.ts';
export type { BuildEnvelopeRequest, ReadEnvelopeReply } from './envelope/build-request.ts';
export type { EnvelopeClientOptions } from './envelope/create-envelope-caller.ts';
export type {
  CreateEnvelopeNotificationHandler,
  EnvelopeNotificationHandlerOptions,
} from './envelope/notification-handler.ts';
export { sign, verifySign } from './sign.ts';
export { type MmspNotification, verifyNotification } from './verify-notification.ts';
