import {
  type Caller,
  type CallOptions,
  type ClientOptions,
  checkConfiguration,
  createCaller,
  type OperationInput,
  type OperationOutcome,
  resolveClientOptions,
} from '@yinjian/provider-kit';
import { checkObject } from '../internal/configuration-issues.ts';
import type { MmspOperation } from '../operation.ts';
import { checkProductUrl, type ProductAddress } from '../product-url.ts';
import { balance } from './balance.ts';
import { providedFields, sealedRequest } from './build-request.ts';
import { checkPayoutCredentials, type PayoutCredentials } from './credentials.ts';
import { pay } from './pay.ts';
import { query } from './query.ts';
import { readPayoutReply } from './read-payout-reply.ts';

/** Credentials, address and client options in one. */
export interface PayoutClientOptions extends PayoutCredentials, ProductAddress, ClientOptions {}

type Method<O> = (input: OperationInput<O>, options?: CallOptions) => Promise<OperationOutcome<O>>;

export interface PayoutClient {
  /**
   * 单笔代付 [M] 代付 5.1: pays out to a bank account. `AMT` in fen, at most 1 000 000 000. An outcome other than
   * `succeeded` and `failed` is settled by `query`, never by a second payout. Where `authenticated` is false, nothing but
   * the transport vouches for it.
   *
   * @throws RequestError before anything is sent: when the input breaks a rule, or `ORDERNO` was sent before with other
   * parameters.
   */
  readonly pay: Method<typeof pay>;
  /**
   * 单笔代付结果查询 [M] 代付 5.2: what has become of a payout, by `ORDERNO` or `BSORDERNO`. A query that the platform refuses
   * ends `unknown`: that says nothing about the payout.
   *
   * @throws RequestError before anything is sent, when the input breaks a rule.
   */
  readonly query: Method<typeof query>;
  /**
   * 账户余额查询 [M] 代付 5.3: what can be paid out, an account a channel in `ACCINFO`. Amounts in fen; they may be 0 or
   * negative. `succeeded` means that there is an answer, not that there is money. `ORDERNO` is the query's own number,
   * digits only. Each account has to be paid out from separately.
   *
   * @throws RequestError before anything is sent, when the input breaks a rule.
   */
  readonly balance: Method<typeof balance>;
}

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
  );
  const call: Caller = createCaller(clientOptions, {
    provided: (operation) => providedFields(operation as MmspOperation, credentials),
    build: (_operation, fields) => sealedRequest(fields, credentials, url),
    read: (operation, sent, bytes) => readPayoutReply(operation as MmspOperation, bytes, credentials, sent),
  });
  return {
    pay: (input, callOptions) => call(pay, input, callOptions),
    query: (input, callOptions) => call(query, input, callOptions),
    balance: (input, callOptions) => call(balance, input, callOptions),
  };
}
