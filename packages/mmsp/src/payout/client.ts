import {
  type Caller,
  type CallOptions,
  type ClientOptions,
  createCaller,
  type OperationInput,
  type OperationOutcome,
  resolveClientOptions,
} from '@yinjian/provider-kit';
import type { MmspOperation } from '../operation.ts';
import { checkProductUrl, type ProductAddress } from '../product-url.ts';
import { providedFields, sealedRequest } from './build-request.ts';
import { checkPayoutCredentials, type PayoutCredentials } from './credentials.ts';
import { pay } from './pay.ts';
import { query } from './query.ts';
import { readPayoutReply } from './read-payout-reply.ts';

export interface PayoutClientOptions extends PayoutCredentials, ProductAddress, ClientOptions {}

type Method<O> = (input: OperationInput<O>, options?: CallOptions) => Promise<OperationOutcome<O>>;

export interface PayoutClient {
  /**
   * 单笔代付: pays out to a bank account. `AMT` in fen. An outcome other than `succeeded` and `failed` is settled by
   * `query`, never by a second payout.
   *
   * @throws RequestError before anything is sent, when the input breaks a rule.
   */
  readonly pay: Method<typeof pay>;
  /** 单笔代付结果查询: what has become of a payout. */
  readonly query: Method<typeof query>;
}

/**
 * A client for payouts (代付): requests encrypted for the platform and signed by the merchant.
 *
 * @throws ConfigurationError naming every unusable option.
 */
export function createPayoutClient(options: PayoutClientOptions): PayoutClient {
  checkPayoutCredentials(options);
  checkProductUrl(options);
  const { MERNO, merchantPrivateKey, platformPublicKey, requireSignedReply = false, url } = options;
  const credentials = { MERNO, merchantPrivateKey, platformPublicKey, requireSignedReply };
  const call: Caller = createCaller(resolveClientOptions(options), {
    provided: (operation) => providedFields(operation as MmspOperation, credentials),
    build: (_operation, fields) => sealedRequest(fields, credentials, url),
    read: (operation, sent, bytes) => readPayoutReply(operation as MmspOperation, bytes, credentials, sent),
  });
  return {
    pay: (input, callOptions) => call(pay, input, callOptions),
    query: (input, callOptions) => call(query, input, callOptions),
  };
}
