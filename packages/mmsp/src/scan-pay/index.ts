export * from '../entry-envelope.ts';
export * from '../entry-kit.ts';
export type { BuildOptions } from '../envelope/build-request.ts';
export type { ScanPayClient, ScanPayClientOptions } from './client.ts';
export type { ScanPayNotification } from './notification.ts';
export type { ScanPayNotificationHandlerOptions } from './notification-handler.ts';
export type { PayerIdUrlInput, UnverifiedPayerId } from './payer-id.ts';
export * from './product.ts';
export type { WechatAppUrlInput } from './wechat-app-url.ts';
