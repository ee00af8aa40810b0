import {
  type Caller,
  type CallOptions,
  CLIENT_OPTIONS,
  type ClientOptions,
  ConfigurationError,
  checkConfiguration,
  createCaller,
  misspeltOptions,
  type NotificationHandler,
  type OperationInput,
  type OperationOutcome,
  resolveClientOptions,
} from '@yinjian/provider-kit';
import { providedFields, signedRequest } from './build-request.ts';
import { type Credentials, checkCredentials } from './credentials.ts';
import { checkBaseUrl } from './internal/base-url.ts';
import type { TransitOperation } from './operation.ts';
import { payapply } from './payapply.ts';
import { createPaymentNoticeHandler, type PaymentNoticeHandlerOptions } from './payment-notice-handler.ts';
import { queryorder } from './queryorder.ts';
import { type QuerystateOutcome, querystate } from './querystate.ts';
import { readTransitReply } from './read-reply.ts';

/** Who is calling, where to, and by what means. Copied: later changes to the object have no effect. */
export interface WechatTransitClientOptions extends Credentials, ClientOptions {
  /**
   * Without query and fragment, https unless it is this very machine. Default: `https://api.mch.weixin.qq.com`;
   * `https://api2.mch.weixin.qq.com` is the platform's spare.
   */
  readonly baseUrl?: string;
}

// Without `in out` TypeScript takes a method of one mode for that of the other.
type Method<in out O, Answer = OperationOutcome<O>> = (
  input: OperationInput<O>,
  options?: CallOptions,
) => Promise<Answer>;

interface TransitClient<in out Payapply, in out Queryorder, in out Querystate> {
  /**
   * 申请扣款 [W]: applies for a deduction from a payer with whom a contract exists. Ends `pending` when accepted;
   * whether it was paid is told by the payment notice or by `queryorder`, and only by the latter that it was not.
   * `total_fee` in fen, times as `Date` or in China Standard Time (UTC+8).
   *
   * @throws RequestError before anything is sent, when the input breaks a rule (`invalid_request`) or this client has
   * sent the order number with other parameters before (`order_number_reused`).
   */
  readonly payapply: Method<Payapply>;
  /**
   * 查询订单: what has become of an order. `succeeded` means paid: compare `total_fee` (fen) with what you asked for.
   *
   * @throws RequestError before anything is sent, when the input breaks a rule.
   */
  readonly queryorder: Method<Queryorder>;
  /**
   * 用户状态查询: whether a payer may ride. **`succeeded` means that there is an answer, not that it is yes**: let
   * `mayRide(outcome)` decide, or look at `data.user_state` (`NORMAL`, `BLOCKED`, `OVERDUE`). A question that the
   * platform refuses ends `unknown`: that says nothing about the payer. Contract fields come back only where
   * `contract_id` was given.
   *
   * @throws RequestError before anything is sent, when the input breaks a rule.
   */
  readonly querystate: Method<Querystate, QuerystateOutcome>;
  /**
   * A handler for `notify_url`, with this client's credentials: for payment and repayment notices alike.
   *
   * @throws ConfigurationError when a callback is not a function.
   */
  readonly paymentNoticeHandler: (options: PaymentNoticeHandlerOptions) => NotificationHandler;
}

/** For a service provider: every call names the `sub_mch_id`. */
export type PartnerClient = TransitClient<
  typeof payapply.partner,
  typeof queryorder.partner,
  typeof querystate.partner
>;

/** For a merchant acting for itself. */
export type DirectClient = TransitClient<
  typeof payapply.direct,
  typeof queryorder.direct,
  typeof querystate.direct
>;

/** The client of a mode. */
export type WechatTransitClient<Mode extends 'partner' | 'direct'> = Mode extends 'partner'
  ? PartnerClient
  : DirectClient;

/**
 * A client for WeChat Pay v2 transit deduction.
 *
 * @throws ConfigurationError naming every unusable option.
 * @example
 * ```ts
 * const client = createWechatTransitClient({ mode: 'direct', appid, mch_id, key });
 * const outcome = await client.queryorder({ out_trade_no: 'METRO20260101000001' });
 * if (outcome.status === 'succeeded') console.log(outcome.data.total_fee);
 * ```
 */
export function createWechatTransitClient<const Mode extends 'partner' | 'direct'>(
  options: WechatTransitClientOptions & { readonly mode: Mode },
): WechatTransitClient<Mode> {
  const [credentials, baseUrl, clientOptions] = checkConfiguration(
    () => checkCredentials(options),
    () => checkBaseUrl(options?.baseUrl),
    () => resolveClientOptions(options ?? {}),
    () => checkOptionNames(options ?? {}),
  );
  const call: Caller = createCaller(clientOptions, {
    provided: () => providedFields(credentials),
    build: (operation, fields) => signedRequest(operation as TransitOperation, fields, credentials, baseUrl),
    read: (operation, sent, bytes) =>
      readTransitReply(operation as TransitOperation, bytes, credentials, sent),
  });
  const method =
    <O extends TransitOperation>(operation: O): Method<O> =>
    (input, callOptions) =>
      call(operation, input, callOptions);
  const paymentNoticeHandler = (handler: PaymentNoticeHandlerOptions) =>
    createPaymentNoticeHandler(credentials, handler);
  // Only the three documented states of a payer ever come out `succeeded`.
  const client: PartnerClient | DirectClient =
    credentials.mode === 'partner'
      ? {
          payapply: method(payapply.partner),
          queryorder: method(queryorder.partner),
          querystate: method(querystate.partner) as PartnerClient['querystate'],
          paymentNoticeHandler,
        }
      : {
          payapply: method(payapply.direct),
          queryorder: method(queryorder.direct),
          querystate: method(querystate.direct) as DirectClient['querystate'],
          paymentNoticeHandler,
        };
  return client as WechatTransitClient<Mode>;
}

const OPTIONS = [...CLIENT_OPTIONS, 'mode', 'appid', 'mch_id', 'key', 'sign_type', 'baseUrl'];

function checkOptionNames(options: object): void {
  const issues = misspeltOptions(options, OPTIONS);
  if (issues.length > 0) throw new ConfigurationError(issues);
}
