import { decodeFlatXml, decodeUtf8 } from '@yinjian/protocol-codec';
import {
  createNotificationHandler,
  type DataOf,
  decodeReplyFields,
  type ErrorCodes,
  echoesRequest,
  NotificationError,
  type NotificationHandler,
  type NotificationHandlerOptions,
  type Outcome,
  type SucceededDataOf,
  stateOutcome,
  text,
} from '@yinjian/provider-kit';
import { type Credentials, checkCredentials } from './credentials.ts';
import { orderReply } from './order-reply.ts';
import { queryorder } from './queryorder.ts';
import { verifySign } from './sign.ts';

/** 支付结果通知, and the notice that a payer has repaid a fare that was advanced: same address, same order number. */
export const paymentNotice = {
  name: 'paymentNotice',
  title: { zh: '支付结果通知', en: 'Payment notice' },
  section: '[W] notify_url',
  role: 'act',
  reply: {
    ...orderReply,
    trade_state: text({ zh: '交易状态', en: 'State of the order' }, { maxLength: 32 }),
    user_repaid: text(
      { zh: '用户是否已还款', en: 'Whether the payer has repaid the advance (Y or N)' },
      { maxLength: 1 },
    ),
  },
  states: {
    field: 'trade_state',
    values: {
      SUCCESS: { status: 'succeeded', title: { zh: '支付成功', en: 'paid' } },
      PAY_FAIL: { status: 'failed', title: { zh: '支付失败', en: 'the payment failed' } },
      FAIL: { status: 'failed', title: { zh: '支付失败', en: 'the payment failed' } },
    },
  },
  errors: {} as ErrorCodes,
  whenUnknown: queryorder.partner.whenUnknown,
} as const;

/** The pauses after which an unacknowledged notice is sent again, in seconds. */
export const NOTICE_RETRY_SECONDS = [15, 15, 30, 180, 1800, 1800, 1800, 1800, 3600] as const;

type NoticeReply = (typeof paymentNotice)['reply'];

/**
 * What a verified notice says. `succeeded` means the fare was paid. The same notice comes several times, and a
 * repayment comes under the order number of the payment: tell them apart by `out_trade_no` together with
 * `user_repaid`.
 */
export type PaymentNotice = Outcome<DataOf<NoticeReply>, SucceededDataOf<NoticeReply>>;

/**
 * Verifies a payment notice with the configured algorithm, over every field that came.
 *
 * @param xml The body of the notification, exactly as it came.
 * @throws NotificationError when it cannot be believed, ConfigurationError for unusable credentials.
 */
export function verifyPaymentNotice(xml: string, credentials: Credentials): PaymentNotice {
  return readPaymentNotice(xml, checkCredentials(credentials));
}

function readPaymentNotice(
  xml: string,
  { appid, mch_id, key, sign_type }: Required<Credentials>,
): PaymentNotice {
  let fields: ReadonlyMap<string, string>;
  try {
    fields = decodeFlatXml(xml);
  } catch {
    throw new NotificationError('malformed');
  }
  if ((fields.get('sign') ?? '') === '') throw new NotificationError('signature_missing');
  if (!verifySign(fields, key, sign_type)) throw new NotificationError('signature_invalid');

  const message = Object.fromEntries(fields);
  if (!echoesRequest({ echoes: ['appid', 'mch_id'] }, { appid, mch_id }, message)) {
    throw new NotificationError('wrong_recipient');
  }
  const decoded = decodeReplyFields(paymentNotice.reply, message);
  const state =
    message['result_code'] === 'SUCCESS' ? (message['trade_state'] ?? 'SUCCESS') : message['result_code'];
  if (!decoded.ok || message['return_code'] !== 'SUCCESS' || state === undefined) {
    throw new NotificationError('incomplete');
  }
  const outcome = stateOutcome(
    paymentNotice,
    { ...decoded.data, trade_state: state },
    { authenticated: true, reason: reasonOf(message) },
  );
  return outcome as PaymentNotice;
}

function reasonOf(message: Readonly<Record<string, string>>) {
  const code = message['err_code'];
  return code === undefined ? undefined : { code, message: message['err_code_des'] ?? '' };
}

export interface PaymentNoticeHandlerOptions {
  /**
   * Your own work: record the payment. Called for every verified notice, repeats included, so it has to be
   * idempotent. The notice is acknowledged after it returns; if it throws, the platform sends again. The platform
   * waits 5 seconds.
   */
  readonly onPaymentNotice: (notice: PaymentNotice) => void | Promise<void>;
  /** Told of what was refused, for a log. */
  readonly onRefused?: NotificationHandlerOptions<PaymentNotice>['onRefused'];
}

/** The exact answer that stops the platform from sending again. */
const ACKNOWLEDGEMENT = {
  body: '<xml><return_code><![CDATA[SUCCESS]]></return_code><return_msg><![CDATA[OK]]></return_msg></xml>',
  contentType: 'text/xml; charset=utf-8',
};

/** The largest notice that is read, in bytes. */
const MAX_BYTES = 1_048_576;

/**
 * A handler for `notify_url`: `(request: Request) => Promise<Response>`, for any server or edge runtime.
 *
 * @throws ConfigurationError for unusable credentials.
 */
export function createPaymentNoticeHandler(
  credentials: Credentials,
  { onPaymentNotice, onRefused }: PaymentNoticeHandlerOptions,
): NotificationHandler {
  const checked = checkCredentials(credentials);
  return createNotificationHandler({
    verify: (bytes) => readPaymentNotice(decodeNotice(bytes), checked),
    onNotification: onPaymentNotice,
    onRefused,
    acknowledgement: ACKNOWLEDGEMENT,
    maxBytes: MAX_BYTES,
  });
}

function decodeNotice(bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes);
  } catch {
    throw new NotificationError('malformed');
  }
}
