import {
  type Caller,
  type CallOptions,
  type ClientOptions,
  checkConfiguration,
  createCaller,
  type NotificationHandler,
  type OperationInput,
  type OperationOutcome,
  resolveClientOptions,
} from '@yinjian/provider-kit';
import { checkEnvelopeCredentials, type EnvelopeCredentials } from '../credentials.ts';
import { buildEnvelope, jsonRequest } from '../envelope/build-envelope.ts';
import { readEnvelopeReply } from '../envelope/read-envelope-reply.ts';
import { checkObject } from '../internal/configuration-issues.ts';
import type { MmspOperation } from '../operation.ts';
import { checkProductUrl, type ProductAddress } from '../product-url.ts';
import { confirm } from './confirm.ts';
import {
  createQuickPayNotificationHandler,
  type QuickPayNotificationHandlerOptions,
} from './notification-handler.ts';
import { pay } from './pay.ts';
import { query } from './query.ts';

/** Credentials, address and client options in one. */
export interface QuickPayClientOptions extends EnvelopeCredentials, ProductAddress, ClientOptions {}

type Method<O> = (input: OperationInput<O>, options?: CallOptions) => Promise<OperationOutcome<O>>;

export interface QuickPayClient {
  /**
   * 快捷支付交易 [M] 快捷 5.3: places an order; the payer receives a code by text message. `AMT` in fen. Ends `pending`
   * when the order was placed: go on with `confirm`, under the `LIST_ID` of the reply.
   *
   * @throws RequestError before anything is sent: when the input breaks a rule, or `MERORDERID` was sent before with
   * other parameters.
   */
  readonly pay: Method<typeof pay>;
  /**
   * 交易短信确认 [M] 快捷 5.4: hands in the payer's code. Ends `pending` when the code was right; `query` tells whether it
   * was paid.
   *
   * @throws RequestError before anything is sent, when the input breaks a rule.
   */
  readonly confirm: Method<typeof confirm>;
  /**
   * 单笔交易查询 [M] 快捷 5.7: what has become of an order. `succeeded` means paid, `AMT` fen of it. A query that the
   * platform refuses ends `unknown`: that says nothing about the order.
   *
   * @throws RequestError before anything is sent, when the input breaks a rule.
   */
  readonly query: Method<typeof query>;
  /** A handler for `NOTIFY_URL`, with this client's keys. */
  readonly notificationHandler: (options: QuickPayNotificationHandlerOptions) => NotificationHandler;
}

/**
 * A client for quick pay (快捷支付): JSON envelopes signed with MD5.
 *
 * @throws ConfigurationError naming every unusable option.
 */
export function createQuickPayClient(options: QuickPayClientOptions): QuickPayClient {
  checkObject('options', options);
  const [credentials, url, clientOptions] = checkConfiguration(
    () => checkEnvelopeCredentials(options),
    () => checkProductUrl(options),
    () => resolveClientOptions(options),
  );
  const call: Caller = createCaller(clientOptions, {
    provided: () => ({}),
    build: (operation, fields) =>
      jsonRequest(url, buildEnvelope(operation as MmspOperation, fields, credentials)),
    read: (operation, sent, bytes) => readEnvelopeReply(operation as MmspOperation, bytes, credentials, sent),
  });
  return {
    pay: (input, callOptions) => call(pay, input, callOptions),
    confirm: (input, callOptions) => call(confirm, input, callOptions),
    query: (input, callOptions) => call(query, input, callOptions),
    notificationHandler: (handler) => createQuickPayNotificationHandler(credentials, handler),
  };
}
