export {
  CryptoError,
  importRsaPrivateKey,
  importRsaPublicKey,
  type RsaPrivateKey,
  type RsaPublicKey,
} from '@yinjian/crypto-webcrypto';
export {
  ConfigurationError,
  type Outcome,
  type PlatformError,
  RequestError,
  YinjianError,
} from '@yinjian/provider-kit';
export { type BuildOptions, buildRequest, readReply } from './build-request.ts';
export { createPayoutClient, type PayoutClient, type PayoutClientOptions } from './client.ts';
export type { PayoutCredentials } from './credentials.ts';
export * from './operations.ts';
export { isSealedBy, open, type SealedMessage, seal } from './seal.ts';
