import {
  type Caller,
  type ClientOptions,
  checkConfiguration,
  createCaller,
  createMethods,
  type Method,
  type Methods,
  type NotificationHandler,
  resolveClientOptions,
} from '@yinjian/provider-kit';
import { providedFields, signedRequest } from './build-request.ts';
import { type Credentials, checkCredentials } from './credentials.ts';
import * as definitions from './definitions.ts';
import { checkBaseUrl } from './internal/base-url.ts';
import { type InMode, inMode } from './internal/modes.ts';
import type { TransitOperation } from './operation.ts';
import { createPaymentNoticeHandler, type PaymentNoticeHandlerOptions } from './payment-notice-handler.ts';
import type { QuerystateOutcome, querystate } from './querystate.ts';
import { readTransitReply } from './read-reply.ts';

/** Who is calling, where to, and by what means. Copied: later changes to the object have no effect. */
export interface WechatTransitClientOptions extends Credentials, ClientOptions {
  /**
   * Without query and fragment, https unless it is this very machine. Default: `https://api.mch.weixin.qq.com`;
   * `https://api2.mch.weixin.qq.com` is the platform's spare.
   */
  readonly baseUrl?: string;
}

interface NoticeReceiver {
  /**
   * A handler for `notify_url`, with this client's credentials: for payment and repayment notices alike.
   *
   * @throws ConfigurationError when a callback is not a function.
   */
  readonly paymentNoticeHandler: (options: PaymentNoticeHandlerOptions) => NotificationHandler;
}

/** For a service provider: every call names the `sub_mch_id`. */
export interface PartnerClient extends Methods<InMode<typeof definitions, 'partner'>>, NoticeReceiver {
  // Told more closely than by the definition: only the three documented states of a payer ever come out `succeeded`.
  readonly querystate: Method<typeof querystate.partner, QuerystateOutcome>;
}

/** For a merchant acting for itself. */
export interface DirectClient extends Methods<InMode<typeof definitions, 'direct'>>, NoticeReceiver {
  readonly querystate: Method<typeof querystate.direct, QuerystateOutcome>;
}

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
  );
  const call: Caller = createCaller(clientOptions, {
    provided: () => providedFields(credentials),
    build: (operation, fields) => signedRequest(operation as TransitOperation, fields, credentials, baseUrl),
    read: (operation, sent, bytes) =>
      readTransitReply(operation as TransitOperation, bytes, credentials, sent),
  });
  const client = {
    ...createMethods(call, inMode(definitions, credentials.mode)),
    paymentNoticeHandler: (handler: PaymentNoticeHandlerOptions) =>
      createPaymentNoticeHandler(credentials, handler),
  };
  return client as WechatTransitClient<Mode>;
}
