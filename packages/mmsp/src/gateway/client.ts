import { encodeHtmlForm, type HtmlFormOptions } from '@yinjian/protocol-codec';
import {
  createMethods,
  type Methods,
  misspeltOptions,
  type NotificationHandler,
} from '@yinjian/provider-kit';
import { createQueryBatchPages, type QueryBatchPages } from '../envelope/batch-pages.ts';
import { createEnvelopeCaller, type EnvelopeClientOptions } from '../envelope/create-envelope-caller.ts';
import { refuse } from '../internal/configuration-issues.ts';
import {
  createGatewayNotificationHandler,
  type GatewayNotificationHandlerOptions,
} from './notification-handler.ts';
import * as operations from './operations.ts';
import { formOf, type PaymentForm, type PaymentFormInput } from './payment-form.ts';
import { readPaymentReturn, type UnverifiedReturn } from './payment-return.ts';

/** Credentials, address and client options in one. The form is posted to the same address. */
export interface GatewayClientOptions extends EnvelopeClientOptions {}

/** The operations of gateway payments: `pay` is a form, which the payer's browser sends, the others are calls. */
export interface GatewayClient extends Methods<Omit<typeof operations, 'pay'>> {
  /**
   * 网关支付请求 [M] 网关 5.1: the form that the payer's browser posts, as data. `AMT` in fen. Sends nothing; whether it was
   * paid is told by `query` and by the notification, never by the browser coming back.
   *
   * @throws RequestError when the input breaks a rule, or `MERORDERID` was put into a form with other parameters before.
   */
  readonly paymentForm: (input: PaymentFormInput) => Promise<PaymentForm>;
  /**
   * `paymentForm` as HTML that submits itself: a document, or a fragment for a page of yours.
   *
   * @throws as `paymentForm` does, and ConfigurationError for an option that there is not.
   */
  readonly paymentFormHtml: (input: PaymentFormInput, options?: HtmlFormOptions) => Promise<string>;
  /**
   * Every page of `queryBatch`, one outcome each. The last one tells whether the list is complete: it is not unless its
   * status is `succeeded`. Rows can move while pages are read: choose an `END_DATE` that has passed. After a page that was
   * lost, go on with `queryBatch`, which takes `PAGE`.
   *
   * @throws ConfigurationError for an unusable option. The iteration rejects as `queryBatch` does.
   */
  readonly queryBatchPages: QueryBatchPages<typeof operations.queryBatch>;
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
  const { call, build, credentials } = createEnvelopeCaller('gateway', options);
  const { pay, ...calls } = operations;
  const paymentForm = async (input: PaymentFormInput) => formOf(await build(pay, input));
  return {
    paymentForm,
    paymentFormHtml: async (input, html = {}) => {
      // A misspelt `nonce` would leave the payer with a form that the page's policy keeps from being posted.
      refuse(misspeltOptions(html, ['nonce', 'fragment', 'label']));
      return encodeHtmlForm(await paymentForm(input), html);
    },
    ...createMethods(call, calls),
    queryBatchPages: createQueryBatchPages(call, operations.queryBatch),
    readPaymentReturn,
    notificationHandler: (handler) => createGatewayNotificationHandler(credentials, handler),
  };
}
