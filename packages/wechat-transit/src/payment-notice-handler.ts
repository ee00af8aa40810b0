import {
  checkConfiguration,
  createNotificationHandler,
  decodeNotification,
  type NotificationHandler,
  type NotificationHandlerOptions,
} from '@yinjian/provider-kit';
import { type Credentials, checkCredentials } from './credentials.ts';
import { checkOptions } from './internal/check-options.ts';
import type { PaymentNotice } from './payment-notice.ts';
import { readPaymentNotice } from './verify-payment-notice.ts';

/** What to do with a notice. */
export interface PaymentNoticeHandlerOptions {
  /**
   * Your own work: record the payment or, where `notice.kind` is `repayment`, that the payer has repaid. Called for
   * every verified notice, repeats included, so it has to be idempotent: `notice.id` tells repeats. The notice is
   * acknowledged after it returns; if it throws, the platform sends again. The platform waits 5 seconds.
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
 * A handler for `notify_url`: `(request: Request) => Promise<Response>`, for any server or edge runtime. Answers 200
 * with the words the platform waits for once `onPaymentNotice` has returned; otherwise 400, 405, 413 or 500, and the
 * platform sends again.
 *
 * @throws ConfigurationError for unusable credentials or callbacks.
 */
export function createPaymentNoticeHandler(
  credentials: Credentials,
  options: PaymentNoticeHandlerOptions,
): NotificationHandler {
  const [checked] = checkConfiguration(
    () => checkCredentials(credentials),
    () => checkOptions(options, ['onPaymentNotice', 'onRefused'], callbacksOf(options)),
  );
  const { onPaymentNotice, onRefused } = options;
  return createNotificationHandler({
    verify: (bytes) => readPaymentNotice(decodeNotification(bytes), checked),
    onNotification: onPaymentNotice,
    onRefused,
    acknowledgement: ACKNOWLEDGEMENT,
    maxBytes: MAX_BYTES,
  });
}

/** One of them must be given. */
function callbacksOf(options: PaymentNoticeHandlerOptions) {
  return { onPaymentNotice: options?.onPaymentNotice ?? null, onRefused: options?.onRefused };
}
