export * from '../entry-envelope.ts';
export * from '../entry-kit.ts';
export type { BuildOptions } from '../envelope/build-request.ts';
export type { QuickPayClient, QuickPayClientOptions } from './client.ts';
export type { QuickPayNotification } from './notification.ts';
export type { QuickPayNotificationHandlerOptions } from './notification-handler.ts';
export * from './product.ts';
