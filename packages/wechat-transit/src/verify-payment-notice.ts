import { decodeFlatXml } from '@yinjian/protocol-codec';
import {
  ConfigurationError,
  decodeReplyFields,
  echoesRequest,
  NotificationError,
  stateOutcome,
  unknownOutcome,
} from '@yinjian/provider-kit';
import { type Credentials, checkCredentials } from './credentials.ts';
import { type NoticeIdentity, type PaymentNotice, paymentNotice } from './payment-notice.ts';
import { verifySign } from './sign.ts';

/**
 * Verifies a payment or repayment notice with the configured algorithm, over every field that came.
 *
 * @param xml The body of the notification, exactly as it came.
 * @throws NotificationError when it cannot be believed, ConfigurationError for unusable credentials.
 * @example
 * ```ts
 * const notice = verifyPaymentNotice(await request.text(), credentials);
 * if (notice.status === 'succeeded') await markPaid(notice.data.out_trade_no, notice.data.total_fee);
 * if (notice.kind === 'repayment') await clearDebt(notice.data?.out_trade_no);
 * ```
 */
export function verifyPaymentNotice(xml: string, credentials: Credentials): PaymentNotice {
  if (typeof xml !== 'string') {
    const message = 'must be the body of the notification as text';
    throw new ConfigurationError([{ path: 'xml', code: 'wrong_type', message }]);
  }
  return readPaymentNotice(xml, checkCredentials(credentials));
}

/** `verifyPaymentNotice` for credentials that have been checked. */
export function readPaymentNotice(
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
  const missing = decoded.ok ? [] : [...decoded.missing];
  if (message['return_code'] !== 'SUCCESS') missing.push('return_code');
  // Which fields a repayment notice has is not documented: it is not turned away for what it may do without.
  if (!message['result_code'] && !message['user_repaid']) missing.push('result_code');
  if (!decoded.ok || missing.length > 0) {
    const issues = missing.map(
      (path) => ({ path, code: 'missing', message: 'is missing or unreadable' }) as const,
    );
    throw new NotificationError('incomplete', issues);
  }
  const outcome = isContradictory(message)
    ? unknownOutcome(CONTRADICTION, paymentNotice.whenUnknown, decoded.data)
    : stateOutcome(paymentNotice, decoded.data, {
        authenticated: true,
        state: message['trade_state'] || message['result_code'],
        reason: reasonOf(message),
      });
  return { ...outcome, ...identityOf(message) } as PaymentNotice;
}

function identityOf(message: Readonly<Record<string, string>>): NoticeIdentity {
  const kind = message['user_repaid'] === 'Y' ? 'repayment' : 'payment';
  const state = message['trade_state'] || message['result_code'];
  const { mch_id, sub_mch_id, out_trade_no } = message;
  return { kind, id: [mch_id, sub_mch_id, out_trade_no, kind, state].map((part) => part ?? '').join(':') };
}

const CONTRADICTION = {
  code: 'platform',
  message: 'the notice contradicts itself: trade_state says paid, result_code does not',
} as const;

/** As in a reply to queryorder, `result_code` SUCCESS may go with any state; the reverse makes no sense. */
function isContradictory({ result_code, trade_state }: Readonly<Record<string, string>>): boolean {
  return trade_state === 'SUCCESS' && result_code !== 'SUCCESS';
}

function reasonOf(message: Readonly<Record<string, string>>) {
  const code = message['err_code'];
  return code ? { code, message: message['err_code_des'] ?? '' } : undefined;
}
