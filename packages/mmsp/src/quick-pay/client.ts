import type {
  CallOptions,
  NotificationHandler,
  OperationInput,
  OperationOutcome,
} from '@yinjian/provider-kit';
import { type BatchPages, type BatchPagesOptions, batchPages } from '../envelope/batch-pages.ts';
import { createEnvelopeCaller, type EnvelopeClientOptions } from '../envelope/create-envelope-caller.ts';
import { bind } from './bind.ts';
import { bindSms } from './bind-sms.ts';
import { boundCardSms } from './bound-card-sms.ts';
import { confirm } from './confirm.ts';
import {
  createQuickPayNotificationHandler,
  type QuickPayNotificationHandlerOptions,
} from './notification-handler.ts';
import { pay } from './pay.ts';
import { payWithBoundCard } from './pay-with-bound-card.ts';
import { query } from './query.ts';
import { queryBatch } from './query-batch.ts';
import { queryBinding } from './query-binding.ts';
import { resendSms } from './resend-sms.ts';
import { unbind } from './unbind.ts';
import { unionPayOrder } from './union-pay-order.ts';

/** Credentials, address and client options in one. */
export interface QuickPayClientOptions extends EnvelopeClientOptions {}

type Method<O> = (input: OperationInput<O>, options?: CallOptions) => Promise<OperationOutcome<O>>;

/**
 * The operations of quick pay. `AMT` is in fen.
 *
 * Every method rejects with a `RequestError` before anything is sent, when the input breaks a rule or `MERORDERID` was
 * sent before with other parameters.
 */
export interface QuickPayClient {
  /**
   * 快捷支付交易 [M] 快捷 5.3: places an order; the payer receives a code by text message. Ends `pending` when the order was
   * placed: go on with `confirm`, under the `LIST_ID` of the reply.
   */
  readonly pay: Method<typeof pay>;
  /** 快捷支付交易短信重发 [M] 快捷 5.11: sends the code once more, at most every 60 seconds. */
  readonly resendSms: Method<typeof resendSms>;
  /**
   * 交易短信确认 [M] 快捷 5.4: hands in the payer's code. Ends `pending` when the code was right; `query` tells whether it
   * was paid.
   */
  readonly confirm: Method<typeof confirm>;
  /**
   * 银联快捷支付下单 [M] 快捷 5.14: places an order that the payer pays on a page of UnionPay's. Ends `pending` when it was
   * placed. `data.HTML` is content of somebody else: never show it within a page of your own.
   */
  readonly unionPayOrder: Method<typeof unionPayOrder>;
  /**
   * 单笔交易查询 [M] 快捷 5.7: what has become of an order. `succeeded` means paid, `AMT` fen of it. A query that the
   * platform refuses ends `unknown`: that says nothing about the order.
   */
  readonly query: Method<typeof query>;
  /** 快捷支付多笔批量查询 [M] 快捷 5.9: one page of the orders that were paid. `succeeded`: the answer was obtained. */
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
  /** 鉴权绑卡短信 [M] 快捷 5.1: sends the code for `bind`. Not open at the platform. */
  readonly bindSms: Method<typeof bindSms>;
  /** 鉴权绑卡 [M] 快捷 5.2: binds a card to a user. Not open at the platform; `pay` with `USER_ID` binds as well. */
  readonly bind: Method<typeof bind>;
  /** 鉴权绑卡解绑 [M] 快捷 5.6: gives up a binding. Not open at the platform. */
  readonly unbind: Method<typeof unbind>;
  /** 鉴权绑卡查询 [M] 快捷 5.8: the card behind a binding. Not open at the platform. */
  readonly queryBinding: Method<typeof queryBinding>;
  /** 绑卡支付短信 [M] 快捷 5.13: sends the code for `payWithBoundCard`. Its flow is marked as unusable. */
  readonly boundCardSms: Method<typeof boundCardSms>;
  /**
   * 快捷绑卡支付确认 [M] 快捷 5.12: pays with a bound card. Ends `pending` when the code was right; `query` tells whether it
   * was paid. Its flow is marked as unusable.
   */
  readonly payWithBoundCard: Method<typeof payWithBoundCard>;
  /** A handler for `NOTIFY_URL`, with this client's keys. */
  readonly notificationHandler: (options: QuickPayNotificationHandlerOptions) => NotificationHandler;
}

/**
 * A client for quick pay (快捷支付): JSON envelopes signed with MD5.
 *
 * @throws ConfigurationError naming every unusable option.
 */
export function createQuickPayClient(options: QuickPayClientOptions): QuickPayClient {
  const { call, credentials } = createEnvelopeCaller(options);
  return {
    pay: (input, callOptions) => call(pay, input, callOptions),
    resendSms: (input, callOptions) => call(resendSms, input, callOptions),
    confirm: (input, callOptions) => call(confirm, input, callOptions),
    unionPayOrder: (input, callOptions) => call(unionPayOrder, input, callOptions),
    query: (input, callOptions) => call(query, input, callOptions),
    queryBatch: (input, callOptions) => call(queryBatch, input, callOptions),
    queryBatchPages: (input, { maxPages, ...callOptions } = {}) => {
      const fixed = { ...input };
      const ask = (PAGE: number) => call(queryBatch, { ...fixed, PAGE }, callOptions);
      return batchPages(ask, queryBatch.whenUnknown, maxPages);
    },
    bindSms: (input, callOptions) => call(bindSms, input, callOptions),
    bind: (input, callOptions) => call(bind, input, callOptions),
    unbind: (input, callOptions) => call(unbind, input, callOptions),
    queryBinding: (input, callOptions) => call(queryBinding, input, callOptions),
    boundCardSms: (input, callOptions) => call(boundCardSms, input, callOptions),
    payWithBoundCard: (input, callOptions) => call(payWithBoundCard, input, callOptions),
    notificationHandler: (handler) => createQuickPayNotificationHandler(credentials, handler),
  };
}
