import { decodeFlatXml, decodeUtf8 } from '@yinjian/protocol-codec';
import {
  checkConfiguration,
  decodeReplyFields,
  mismatchedEchoes,
  namesOrder,
  type OperationOutcome,
  type Outcome,
  refusalOutcome,
  SentFields,
  stateOutcome,
  type UnknownCauseCode,
  unknownCause,
  unknownOutcome,
  type WireFields,
} from '@yinjian/provider-kit';
import { type Credentials, checkCredentials } from './credentials.ts';
import { returnMessages } from './errors.ts';
import { checkMode } from './internal/check-mode.ts';
import type { TransitOperation } from './operation.ts';
import { verifySign } from './sign.ts';

/**
 * What a reply means. Verified with the configured algorithm over every field that came, before anything else is
 * looked at.
 *
 * @param bytes The body of a reply with HTTP status 200, exactly as it came.
 * @param sent From `buildRequest`: a reply about another order is not believed.
 * @throws ConfigurationError for unusable credentials or those of the other mode, and for what another request sent; never
 * for what is in the reply.
 */
export function readReply<O extends TransitOperation>(
  operation: O,
  bytes: Uint8Array,
  credentials: Credentials,
  sent: SentFields<O['name']>,
): OperationOutcome<O> {
  const [checked, fields] = checkConfiguration(
    () => checkCredentials(credentials),
    () => SentFields.fieldsOf(operation, sent),
  );
  checkMode(operation, checked);
  return readTransitReply(operation, bytes, checked, fields) as OperationOutcome<O>;
}

/** `readReply` for credentials that have been checked. */
export function readTransitReply(
  operation: TransitOperation,
  bytes: Uint8Array,
  { appid, mch_id, key, sign_type }: Required<Credentials>,
  sent: WireFields,
): Outcome<object> {
  const unknown = (code: Exclude<UnknownCauseCode, 'platform'>, fields?: readonly string[]) =>
    unknownOutcome(unknownCause(code, fields === undefined ? {} : { fields }), operation.whenUnknown);

  let received: ReadonlyMap<string, string>;
  try {
    received = decodeFlatXml(decodeUtf8(bytes));
  } catch {
    return unknown('reply_malformed');
  }
  const returnCode = received.get('return_code');
  const isSigned = (received.get('sign') ?? '') !== '';
  if (isSigned && !verifySign(received, key, sign_type)) return unknown('signature_invalid');
  if (returnCode === 'FAIL') {
    // Only the two documented messages: an unsigned reply cannot borrow a code of the error table.
    const message = received.get('return_msg') ?? '';
    const code = Object.hasOwn(returnMessages, message) ? message : 'FAIL';
    return refusalOutcome(operation, { code, message }, { authenticated: isSigned });
  }
  if (returnCode !== 'SUCCESS') return unknown('reply_incomplete', ['return_code']);
  if (!isSigned) return unknown('signature_missing');

  const message = Object.fromEntries(received);
  const mismatched = mismatchedEchoes(operation, { ...sent, appid, mch_id }, message);
  if (mismatched.length > 0) return unknown('reply_mismatch', mismatched);
  const decoded = decodeReplyFields(operation.reply, message);
  if (message['result_code'] === 'FAIL') {
    const reason = { code: message['err_code'] || 'FAIL', message: message['err_code_des'] ?? '' };
    return refusalOutcome(operation, reason, {
      authenticated: true,
      ...(decoded.ok ? { data: decoded.data } : {}),
    });
  }
  if (message['result_code'] !== 'SUCCESS') return unknown('reply_incomplete', ['result_code']);
  if (!namesOrder(operation, sent, message)) return unknown('reply_incomplete', operation.request.atLeastOne);
  if (!decoded.ok) return unknown('reply_incomplete', decoded.missing);
  return stateOutcome(operation, decoded.data, { authenticated: true });
}
