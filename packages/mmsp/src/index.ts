export { type BrowserLinkDescription, browserLinks } from './browser-links.ts';
export { createMmspClient, type MmspClient, type MmspClientOptions } from './client.ts';
export * from './entry-envelope.ts';
export * from './entry-keys.ts';
export * from './entry-kit.ts';
export { createGatewayClient, type GatewayClient, type GatewayClientOptions } from './gateway/client.ts';
export type { GatewayNotification } from './gateway/notification.ts';
export {
  createGatewayNotificationHandler,
  type GatewayNotificationHandlerOptions,
} from './gateway/notification-handler.ts';
export * as gateway from './gateway/product.ts';
export type { MmspOperation, Product } from './operation.ts';
export {
  type MmspNotificationDescription,
  type MmspOperationDescription,
  notifications,
  operations,
} from './operations.ts';
export { createPayoutClient, type PayoutClient, type PayoutClientOptions } from './payout/client.ts';
/** The operations and building blocks of each product; also at `@yinjian/mmsp/payout`, `/quick-pay`, `/scan-pay`, `/gateway`. */
export * as payout from './payout/product.ts';
export type { ProductAddress } from './product-url.ts';
export { createQuickPayClient, type QuickPayClient, type QuickPayClientOptions } from './quick-pay/client.ts';
export type { QuickPayNotification } from './quick-pay/notification.ts';
export {
  createQuickPayNotificationHandler,
  type QuickPayNotificationHandlerOptions,
} from './quick-pay/notification-handler.ts';
export * as quickPay from './quick-pay/product.ts';
export { createScanPayClient, type ScanPayClient, type ScanPayClientOptions } from './scan-pay/client.ts';
export type { ScanPayNotification } from './scan-pay/notification.ts';
export {
  createScanPayNotificationHandler,
  type ScanPayNotificationHandlerOptions,
} from './scan-pay/notification-handler.ts';
export * as scanPay from './scan-pay/product.ts';
