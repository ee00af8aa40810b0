export {
  CryptoError,
  importRsaPrivateKey,
  importRsaPublicKey,
  type RsaPrivateKey,
  type RsaPublicKey,
} from '@yinjian/crypto-webcrypto';
export {
  ConfigurationError,
  NotificationError,
  type Outcome,
  type PlatformError,
  RequestError,
  YinjianError,
} from '@yinjian/provider-kit';
export { createMmspClient, type MmspClient, type MmspClientOptions } from './client.ts';
export type { AgentCredentials, EnvelopeCredentials, SigningKeys } from './credentials.ts';
export type { MmspOperation, Product } from './operation.ts';
export { createPayoutClient, type PayoutClient, type PayoutClientOptions } from './payout/client.ts';
/** The operations and building blocks of each product; also at `@yinjian/mmsp/payout` and `/quick-pay`. */
export * as payout from './payout/index.ts';
export type { ProductAddress } from './product-url.ts';
export { createQuickPayClient, type QuickPayClient, type QuickPayClientOptions } from './quick-pay/client.ts';
export * as quickPay from './quick-pay/index.ts';
export type { QuickPayNotification } from './quick-pay/notification.ts';
export {
  createQuickPayNotificationHandler,
  type QuickPayNotificationHandlerOptions,
} from './quick-pay/notification-handler.ts';
export { sign, verifySign } from './sign.ts';
export { verifyNotification } from './verify-notification.ts';
