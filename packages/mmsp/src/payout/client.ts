import {
  type Caller,
  type ClientOptions,
  checkConfiguration,
  createCaller,
  createMethods,
  type Methods,
  misspeltOptions,
  resolveClientOptions,
} from '@yinjian/provider-kit';
import { checkObject, refuse } from '../internal/configuration-issues.ts';
import { MERCHANT_OPTIONS, OWN_OPTIONS } from '../internal/option-names.ts';
import type { MmspOperation } from '../operation.ts';
import { checkProductUrl, type ProductAddress } from '../product-url.ts';
import { providedFields, sealedRequest } from './build-request.ts';
import { checkPayoutCredentials, type PayoutCredentials } from './credentials.ts';
import * as operations from './operations.ts';
import { readPayoutReply } from './read-payout-reply.ts';

/** Credentials, address and client options in one. */
export interface PayoutClientOptions extends PayoutCredentials, ProductAddress, ClientOptions {}

/** The operations of payouts, each documented at its definition. */
export interface PayoutClient extends Methods<typeof operations> {}

/**
 * A client for payouts (代付): requests encrypted for the platform and signed by the merchant.
 *
 * @throws ConfigurationError naming every unusable option.
 */
export function createPayoutClient(options: PayoutClientOptions): PayoutClient {
  checkObject('options', options);
  const [credentials, url, clientOptions] = checkConfiguration(
    () => checkPayoutCredentials(options),
    () => checkProductUrl(options),
    () => resolveClientOptions(options),
    () => refuse(misspeltOptions(options, [...MERCHANT_OPTIONS, ...OWN_OPTIONS.payout])),
  );
  const call: Caller = createCaller(clientOptions, {
    provided: (operation) => providedFields(operation as MmspOperation, credentials),
    build: (_operation, fields) => sealedRequest(fields, credentials, url),
    read: (operation, sent, bytes) => readPayoutReply(operation as MmspOperation, bytes, credentials, sent),
  });
  return createMethods(call, operations);
}
