// The values of the product, so that it can be a name of the package's root: declarations cannot bundle types there.
export { buildRequest, readReply } from './build-request.ts';
export { createPayoutClient } from './client.ts';
export * from './operations.ts';
export { isSealedBy, open, seal } from './seal.ts';
