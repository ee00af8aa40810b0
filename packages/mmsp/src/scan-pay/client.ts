import {
  type CallOptions,
  ConfigurationError,
  checkConfiguration,
  type NotificationHandler,
  type OperationInput,
  type OperationOutcome,
} from '@yinjian/provider-kit';
import { createEnvelopeCaller, type EnvelopeClientOptions } from '../envelope/create-envelope-caller.ts';
import { alipayCard } from './alipay-card.ts';
import { alipayDynamicCode } from './alipay-dynamic-code.ts';
import { alipayH5 } from './alipay-h5.ts';
import { alipayPreOrder } from './alipay-pre-order.ts';
import { alipayStaticCode } from './alipay-static-code.ts';
import { cancel } from './cancel.ts';
import { close } from './close.ts';
import { jdPreOrder } from './jd-pre-order.ts';
import {
  createScanPayNotificationHandler,
  type ScanPayNotificationHandlerOptions,
} from './notification-handler.ts';
import { qqCard } from './qq-card.ts';
import { qqPreOrder } from './qq-pre-order.ts';
import { query } from './query.ts';
import { refund } from './refund.ts';
import { refundQuery } from './refund-query.ts';
import { unionPayPreOrder } from './union-pay-pre-order.ts';
import { wechatCard } from './wechat-card.ts';
import { wechatH5 } from './wechat-h5.ts';
import { wechatPreOrder } from './wechat-pre-order.ts';

/** Credentials, address and client options in one. `cancel` and `refund` need `certificateFetch`. */
export interface ScanPayClientOptions extends EnvelopeClientOptions {
  /** The id sent with `qqCard`, which the documents print in two ways: 2326 (0x0916) or 776 (0x0308). Default: 2326. */
  readonly qqCardCommandId?: number;
}

type Method<O> = (input: OperationInput<O>, options?: CallOptions) => Promise<OperationOutcome<O>>;

/**
 * The operations of scan pay. `AMT` is in fen.
 *
 * A pre-order ends `pending` when it was placed: it is not paid before `query` or a notification says so. A card payment
 * ends `succeeded` when it was paid at once (no notification follows) and `pending` while the payer is still paying:
 * see `untilFinal`.
 *
 * Every method rejects with a `RequestError` before anything is sent, when the input breaks a rule or an order number
 * was sent before with other parameters.
 */
export interface ScanPayClient {
  /** 微信公众号/正扫下预订单 [M] 扫码 5.1. With `TRADETYPE` 2 in an official account, or with `IS_MINIPG` 1 in a mini program. */
  readonly wechatPreOrder: Method<typeof wechatPreOrder>;
  /** 微信刷卡支付 [M] 扫码 5.2. */
  readonly wechatCard: Method<typeof wechatCard>;
  /** 微信H5支付 [M] 扫码 5.3. */
  readonly wechatH5: Method<typeof wechatH5>;
  /** 支付宝服务窗/正扫下预订单 [M] 扫码 6.1. */
  readonly alipayPreOrder: Method<typeof alipayPreOrder>;
  /** 支付宝刷卡支付 [M] 扫码 6.2. */
  readonly alipayCard: Method<typeof alipayCard>;
  /** 支付宝静态码支付 [M] 扫码 6.3. */
  readonly alipayStaticCode: Method<typeof alipayStaticCode>;
  /** 支付宝动态码支付 [M] 扫码 6.4. */
  readonly alipayDynamicCode: Method<typeof alipayDynamicCode>;
  /** 支付宝H5支付 [M] 扫码 6.5. */
  readonly alipayH5: Method<typeof alipayH5>;
  /** QQ钱包/正扫下预订单 [M] 扫码 7.1. */
  readonly qqPreOrder: Method<typeof qqPreOrder>;
  /** QQ刷卡支付 [M] 扫码 7.2. */
  readonly qqCard: Method<typeof qqCard>;
  /** 京东正扫下预订单 [M] 扫码 8.1. */
  readonly jdPreOrder: Method<typeof jdPreOrder>;
  /** 银联钱包正扫下预订单 [M] 扫码 9.1. */
  readonly unionPayPreOrder: Method<typeof unionPayPreOrder>;
  /**
   * 查询订单 [M] 扫码 10.3: `succeeded` means paid. A query that the platform refuses ends `unknown`: that says nothing
   * about the order.
   */
  readonly query: Method<typeof query>;
  /**
   * 撤销订单 [M] 扫码 10.4: undoes an order, paid or not; not before `CANCEL_AFTER_SECONDS`. Rejects with a
   * `ConfigurationError` (`certificate_required`) where the client has no `certificateFetch`.
   */
  readonly cancel: Method<typeof cancel>;
  /** 关闭订单 [M] 扫码 10.5: keeps an unpaid order from being paid. */
  readonly close: Method<typeof close>;
  /**
   * 退款 [M] 扫码 10.6: gives back `AMT` of a paid order under `REFUND_MERORDERID`, a number of its own. Ends `pending`
   * when it was accepted. Rejects with a `ConfigurationError` (`certificate_required`) where the client has no
   * `certificateFetch`.
   */
  readonly refund: Method<typeof refund>;
  /**
   * 退款查询订单 [M] 扫码 10.7: `pending` while it is accepted, `failed` when it has failed. The platform has no state that
   * says that the payer has the money.
   */
  readonly refundQuery: Method<typeof refundQuery>;
  /** A handler for `NOTIFY_URL`, with this client's keys. */
  readonly notificationHandler: (options: ScanPayNotificationHandlerOptions) => NotificationHandler;
}

/**
 * A client for scan pay (扫码支付): JSON envelopes signed with MD5.
 *
 * @throws ConfigurationError naming every unusable option.
 */
export function createScanPayClient(options: ScanPayClientOptions): ScanPayClient {
  const [{ call, credentials }, qqCardDefinition] = checkConfiguration(
    () => createEnvelopeCaller(options),
    () => withCommandId(options?.qqCardCommandId),
  );
  return {
    wechatPreOrder: (input, callOptions) => call(wechatPreOrder, input, callOptions),
    wechatCard: (input, callOptions) => call(wechatCard, input, callOptions),
    wechatH5: (input, callOptions) => call(wechatH5, input, callOptions),
    alipayPreOrder: (input, callOptions) => call(alipayPreOrder, input, callOptions),
    alipayCard: (input, callOptions) => call(alipayCard, input, callOptions),
    alipayStaticCode: (input, callOptions) => call(alipayStaticCode, input, callOptions),
    alipayDynamicCode: (input, callOptions) => call(alipayDynamicCode, input, callOptions),
    alipayH5: (input, callOptions) => call(alipayH5, input, callOptions),
    qqPreOrder: (input, callOptions) => call(qqPreOrder, input, callOptions),
    qqCard: (input, callOptions) => call(qqCardDefinition, input, callOptions),
    jdPreOrder: (input, callOptions) => call(jdPreOrder, input, callOptions),
    unionPayPreOrder: (input, callOptions) => call(unionPayPreOrder, input, callOptions),
    query: (input, callOptions) => call(query, input, callOptions),
    cancel: (input, callOptions) => call(cancel, input, callOptions),
    close: (input, callOptions) => call(close, input, callOptions),
    refund: (input, callOptions) => call(refund, input, callOptions),
    refundQuery: (input, callOptions) => call(refundQuery, input, callOptions),
    notificationHandler: (handler) => createScanPayNotificationHandler(credentials, handler),
  };
}

function withCommandId(commandId: number = qqCard.commandId): typeof qqCard {
  if (Number.isInteger(commandId) && commandId > 0 && commandId < 0x8000) return { ...qqCard, commandId };
  const message = 'must be a whole number from 1 to 32767';
  throw new ConfigurationError([{ path: 'qqCardCommandId', code: 'invalid_value', message }]);
}
