export * from '../entry-keys.ts';
export * from '../entry-kit.ts';
export type { BuildOptions } from './build-request.ts';
export type { PayoutClient, PayoutClientOptions } from './client.ts';
export type { PayoutCredentials } from './credentials.ts';
export * from './product.ts';
export type { SealedMessage } from './seal.ts';
