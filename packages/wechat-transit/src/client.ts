import {
  type Caller,
  type CallOptions,
  type ClientOptions,
  ConfigurationError,
  createCaller,
  isSecureUrl,
  type NotificationHandler,
  type OperationInput,
  type OperationOutcome,
  resolveClientOptions,
} from '@yinjian/provider-kit';
import { BASE_URL, providedFields, signedRequest } from './build-request.ts';
import { type Credentials, checkCredentials } from './credentials.ts';
import type { TransitOperation } from './operation.ts';
import { payapply } from './payapply.ts';
import { createPaymentNoticeHandler, type PaymentNoticeHandlerOptions } from './payment-notice.ts';
import { queryorder } from './queryorder.ts';
import { readTransitReply } from './read-reply.ts';

export interface WechatTransitClientOptions extends Credentials, ClientOptions {
  /** Default: `https://api.mch.weixin.qq.com`; `https://api2.mch.weixin.qq.com` is the platform's spare. */
  readonly baseUrl?: string;
}

type Method<O> = (input: OperationInput<O>, options?: CallOptions) => Promise<OperationOutcome<O>>;

interface TransitClient<Payapply, Queryorder> {
  /**
   * 申请扣款: applies for a deduction from a payer with whom a contract exists. Ends `pending` when accepted; whether
   * it was paid is told by the payment notice or by `queryorder`. `total_fee` in fen.
   *
   * @throws RequestError before anything is sent, when the input breaks a rule.
   */
  readonly payapply: Method<Payapply>;
  /** 查询订单: what has become of an order. `succeeded` means paid. */
  readonly queryorder: Method<Queryorder>;
  /** A handler for `notify_url`, with this client's credentials. */
  readonly paymentNoticeHandler: (options: PaymentNoticeHandlerOptions) => NotificationHandler;
}

/** For a service provider: every call names the `sub_mch_id`. */
export type PartnerClient = TransitClient<typeof payapply.partner, typeof queryorder.partner>;

/** For a merchant acting for itself. */
export type DirectClient = TransitClient<typeof payapply.direct, typeof queryorder.direct>;

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
export function createWechatTransitClient(
  options: WechatTransitClientOptions & { readonly mode: 'partner' },
): PartnerClient;
export function createWechatTransitClient(
  options: WechatTransitClientOptions & { readonly mode: 'direct' },
): DirectClient;
export function createWechatTransitClient(options: WechatTransitClientOptions): PartnerClient | DirectClient {
  const credentials = checkCredentials(options);
  const { baseUrl = BASE_URL } = options;
  if (!isSecureUrl(baseUrl)) {
    const message = 'must be an https URL; plain http is for this machine only';
    throw new ConfigurationError([{ path: 'baseUrl', code: 'invalid_value', message }]);
  }
  const call: Caller = createCaller(resolveClientOptions(options), {
    provided: () => providedFields(credentials),
    build: (operation, fields) =>
      signedRequest(operation as TransitOperation, fields, credentials, baseUrl.replace(/\/$/, '')),
    read: (operation, sent, bytes) =>
      readTransitReply(operation as TransitOperation, bytes, credentials, sent),
  });
  const method =
    <O extends TransitOperation>(operation: O): Method<O> =>
    (input, callOptions) =>
      call(operation, input, callOptions);
  const paymentNoticeHandler = (handler: PaymentNoticeHandlerOptions) =>
    createPaymentNoticeHandler(credentials, handler);
  return credentials.mode === 'partner'
    ? { payapply: method(payapply.partner), queryorder: method(queryorder.partner), paymentNoticeHandler }
    : { payapply: method(payapply.direct), queryorder: method(queryorder.direct), paymentNoticeHandler };
}
