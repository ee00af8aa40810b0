import { decodeReplyFields, NotificationError, stateOutcome } from '@yinjian/provider-kit';
import { checkSigningKeys, type SigningKeys } from './credentials.ts';
import { checkEnvelopeSignature, type Envelope, readBody, readEnvelope } from './envelope/read-envelope.ts';
import { notification, type QuickPayNotification } from './quick-pay/notification.ts';

/**
 * Verifies a quick-pay notification [M] 快捷 5.5: the MD5 signature over the body as it came, number lexemes and all,
 * with the agent's key where the message is in agent mode, otherwise the merchant's. Nothing outside `Body` is signed,
 * so nothing outside it is told.
 *
 * Of what it returns, `succeeded` means paid. Compare `AMT` (fen) with your own record of `MERORDERID`, and expect the
 * same notification several times.
 *
 * @param text The body of the notification request, exactly as it came (in PHP terms, `php://input`): never parsed and
 * printed again, which changes numbers. At most 1 048 576 characters.
 * @throws NotificationError when it cannot be believed: do not acknowledge it. ConfigurationError for an unusable key.
 * @example
 * ```ts
 * const notification = verifyNotification(await request.text(), { md5Key });
 * if (notification.status === 'succeeded') await markPaid(notification.data.MERORDERID, notification.data.AMT);
 * ```
 */
export function verifyNotification(text: string, keys: SigningKeys): QuickPayNotification {
  return readNotification(text, checkSigningKeys(keys));
}

/** `verifyNotification` for keys that have been checked. */
export function readNotification(text: string, keys: SigningKeys): QuickPayNotification {
  const decoded = decodeReplyFields(notification.reply, readVerified(text, keys));
  if (!decoded.ok) {
    throw new NotificationError(
      'incomplete',
      decoded.missing.map((path) => ({ path, code: 'missing', message: 'is missing or unreadable' })),
    );
  }
  return stateOutcome(notification, decoded.data, { authenticated: true }) as QuickPayNotification;
}

/** The values of the body, once its signature has been found valid. */
function readVerified(text: string, keys: SigningKeys) {
  let envelope: Envelope;
  let signature: ReturnType<typeof checkEnvelopeSignature>;
  try {
    envelope = readEnvelope(text);
    signature = checkEnvelopeSignature(envelope, keys);
  } catch {
    throw new NotificationError('malformed');
  }
  if (signature === 'invalid') throw new NotificationError('signature_invalid');
  if (signature === 'missing' || envelope.body === undefined)
    throw new NotificationError('signature_missing');
  return readBody(envelope.body);
}
