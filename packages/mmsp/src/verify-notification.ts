import { decodeUtf8 } from '@yinjian/protocol-codec';
import {
  ConfigurationError,
  createNotificationHandler,
  decodeReplyFields,
  NotificationError,
  type NotificationHandler,
  type NotificationHandlerOptions,
  stateOutcome,
} from '@yinjian/provider-kit';
import { keyIssues, type SigningKeys } from './credentials.ts';
import { checkEnvelopeSignature, type Envelope, readBody, readEnvelope } from './envelope/read-envelope.ts';
import { bodyReason } from './envelope/read-envelope-reply.ts';
import { notification, type QuickPayNotification } from './quick-pay/notification.ts';

/**
 * Verifies a quick-pay notification: the MD5 signature over the body as it came, number lexemes and all, with the
 * agent's key where the message is in agent mode, otherwise the merchant's.
 *
 * @param text The body of the notification request, exactly as it came (in PHP terms, `php://input`).
 * @throws NotificationError when it cannot be believed, ConfigurationError for an unusable key.
 * @example
 * ```ts
 * const notification = verifyNotification(await request.text(), { md5Key });
 * if (notification.status === 'succeeded') await markPaid(notification.data.MERORDERID, notification.data.AMT);
 * ```
 */
export function verifyNotification(text: string, keys: SigningKeys): QuickPayNotification {
  checkKeys(keys);
  const message = readVerified(text, keys);
  const decoded = decodeReplyFields(notification.reply, message);
  if (!decoded.ok) {
    throw new NotificationError(
      'incomplete',
      decoded.missing.map((path) => ({ path, code: 'missing', message: 'is missing or unreadable' })),
    );
  }
  const outcome = stateOutcome(notification, decoded.data, {
    authenticated: true,
    reason: bodyReason(message),
  });
  return outcome as QuickPayNotification;
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

function checkKeys(keys: SigningKeys): void {
  const issues = keyIssues(keys);
  if (issues.length > 0) throw new ConfigurationError(issues);
}

export interface QuickPayNotificationHandlerOptions {
  /**
   * Your own work: record the payment. Called for every verified notification, repeats included, so it has to be
   * idempotent. The notification is acknowledged after it returns; if it throws, the platform sends again.
   */
  readonly onNotification: (notification: QuickPayNotification) => void | Promise<void>;
  /** Told of what was refused, for a log. */
  readonly onRefused?: NotificationHandlerOptions<QuickPayNotification>['onRefused'];
}

/** The answer that stops the platform from sending again [M] 快捷 5.5.3. */
const ACKNOWLEDGEMENT = { body: 'SUCCESS', contentType: 'text/plain; charset=utf-8' };

/** The largest notification that is read, in bytes. */
const MAX_BYTES = 1_048_576;

/**
 * A handler for `NOTIFY_URL`: `(request: Request) => Promise<Response>`, for any server or edge runtime.
 *
 * @throws ConfigurationError for an unusable key.
 */
export function createQuickPayNotificationHandler(
  keys: SigningKeys,
  { onNotification, onRefused }: QuickPayNotificationHandlerOptions,
): NotificationHandler {
  checkKeys(keys);
  const copy: SigningKeys = {
    md5Key: keys.md5Key,
    ...(keys.agent === undefined ? {} : { agent: { ...keys.agent } }),
  };
  return createNotificationHandler({
    verify: (bytes) => verifyNotification(decodeNotification(bytes), copy),
    onNotification,
    onRefused,
    acknowledgement: ACKNOWLEDGEMENT,
    maxBytes: MAX_BYTES,
  });
}

function decodeNotification(bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes);
  } catch {
    throw new NotificationError('malformed');
  }
}
