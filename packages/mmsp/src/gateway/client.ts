import { encodeHtmlForm, type HtmlFormOptions } from '@yinjian/protocol-codec';
import type {
  CallOptions,
  NotificationHandler,
  OperationInput,
  OperationOutcome,
} from '@yinjian/provider-kit';
import { type BatchPages, type BatchPagesOptions, batchPages } from '../envelope/batch-pages.ts';
import { createEnvelopeCaller, type EnvelopeClientOptions } from '../envelope/create-envelope-caller.ts';
import {
  createGatewayNotificationHandler,
  type GatewayNotificationHandlerOptions,
} from './notification-handler.ts';
import { pay } from './pay.ts';
import { formOf, type PaymentForm, type PaymentFormInput } from './payment-form.ts';
import { readPaymentReturn, type UnverifiedReturn } from './payment-return.ts';
import { query } from './query.ts';
import { queryBatch } from './query-batch.ts';

/** Credentials, address and client options in one. The form is posted to the same address. */
export interface GatewayClientOptions extends EnvelopeClientOptions {}

type Method<O> = (input: OperationInput<O>, options?: CallOptions) => Promise<OperationOutcome<O>>;

export interface GatewayClient {
  /**
   * 网关支付请求 [M] 网关 5.1: the form that the payer's browser posts, as data. `AMT` in fen. Sends nothing; whether it was
   * paid is told by `query` and by the notification, never by the browser coming back.
   *
   * @throws RequestError when the input breaks a rule, or `MERORDERID` was put into a form with other parameters before.
   */
  readonly paymentForm: (input: PaymentFormInput) => Promise<PaymentForm>;
  /** `paymentForm` as HTML that submits itself: a document, or a fragment for a page of yours. */
  readonly paymentFormHtml: (input: PaymentFormInput, options?: HtmlFormOptions) => Promise<string>;
  /**
   * 网关支付结果单笔查询 [M] 网关 5.3: what has become of an order. `succeeded` means paid, `AMT` fen of it. A query that the
   * platform refuses ends `unknown`: that says nothing about the order, which may not have been posted yet.
   *
   * @throws RequestError before anything is sent, when the input breaks a rule.
   */
  readonly query: Method<typeof query>;
  /**
   * 网关支付多笔批量查询 [M] 网关 5.4: one page of the orders that were paid. `succeeded` means that the answer was obtained.
   *
   * @throws RequestError before anything is sent, when the input breaks a rule.
   */
  readonly queryBatch: Method<typeof queryBatch>;
  /**
   * Every page of `queryBatch`, one outcome each. The last one tells whether the list is complete: it is not unless its
   * status is `succeeded`. Rows can move while pages are read: choose an `END_DATE` that has passed.
   *
   * @throws ConfigurationError for an unusable `maxPages`. The iteration rejects as `queryBatch` does.
   */
  readonly queryBatchPages: (
    input: Omit<OperationInput<typeof queryBatch>, 'PAGE'>,
    options?: BatchPagesOptions,
  ) => BatchPages<OperationOutcome<typeof queryBatch>>;
  /** What the payer's browser brings along to `JUMP_URL`: unsigned, never proof of a payment. */
  readonly readPaymentReturn: (url: string | URL) => UnverifiedReturn;
  /** A handler for `NOTIFY_URL`, with this client's keys. */
  readonly notificationHandler: (options: GatewayNotificationHandlerOptions) => NotificationHandler;
}

/**
 * A client for gateway payments (网关支付): JSON envelopes signed with MD5.
 *
 * @throws ConfigurationError naming every unusable option.
 */
export function createGatewayClient(options: GatewayClientOptions): GatewayClient {
  const { call, build, credentials } = createEnvelopeCaller(options);
  const paymentForm = async (input: PaymentFormInput) => formOf(await build(pay, input));
  return {
    paymentForm,
    paymentFormHtml: async (input, html) => encodeHtmlForm(await paymentForm(input), html),
    query: (input, callOptions) => call(query, input, callOptions),
    queryBatch: (input, callOptions) => call(queryBatch, input, callOptions),
    queryBatchPages: (input, { maxPages, ...callOptions } = {}) => {
      const fixed = { ...input };
      const ask = (PAGE: number) => call(queryBatch, { ...fixed, PAGE }, callOptions);
      return batchPages(ask, queryBatch.whenUnknown, maxPages);
    },
    readPaymentReturn,
    notificationHandler: (handler) => createGatewayNotificationHandler(credentials, handler),
  };
}
