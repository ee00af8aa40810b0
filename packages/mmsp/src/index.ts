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
  type UntilFinalOptions,
  untilFinal,
  YinjianError,
} from '@yinjian/provider-kit';
export { createMmspClient, type MmspClient, type MmspClientOptions } from './client.ts';
export type { AgentCredentials, EnvelopeCredentials, SigningKeys } from './credentials.ts';
export { createGatewayClient, type GatewayClient, type GatewayClientOptions } from './gateway/client.ts';
export * as gateway from './gateway/index.ts';
export type { GatewayNotification } from './gateway/notification.ts';
export {
  createGatewayNotificationHandler,
  type GatewayNotificationHandlerOptions,
} from './gateway/notification-handler.ts';
export type { MmspOperation, Product } from './operation.ts';
export {
  type MmspNotificationDescription,
  type MmspOperationDescription,
  notifications,
  operations,
} from './operations.ts';
export { createPayoutClient, type PayoutClient, type PayoutClientOptions } from './payout/client.ts';
/** The operations and building blocks of each product; also at `@yinjian/mmsp/payout`, `/quick-pay`, `/scan-pay`, `/gateway`. */
export * as payout from './payout/index.ts';
export type { ProductAddress } from './product-url.ts';
export { createQuickPayClient, type QuickPayClient, type QuickPayClientOptions } from './quick-pay/client.ts';
export * as quickPay from './quick-pay/index.ts';
export type { QuickPayNotification } from './quick-pay/notification.ts';
export {
  createQuickPayNotificationHandler,
  type QuickPayNotificationHandlerOptions,
} from './quick-pay/notification-handler.ts';
export { createScanPayClient, type ScanPayClient, type ScanPayClientOptions } from './scan-pay/client.ts';
export * as scanPay from './scan-pay/index.ts';
export type { ScanPayNotification } from './scan-pay/notification.ts';
export {
  createScanPayNotificationHandler,
  type ScanPayNotificationHandlerOptions,
} from './scan-pay/notification-handler.ts';
export { sign, verifySign } from './sign.ts';
export { type MmspNotification, verifyNotification } from './verify-notification.ts';
