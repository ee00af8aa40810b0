import {
  decodeReplyFields,
  type Judged,
  NotificationError,
  type Outcome,
  type Reason,
  stateOutcome,
  type WireValue,
} from '@yinjian/provider-kit';
import type { SigningKeys } from '../credentials.ts';
import { textOf } from '../internal/text-of.ts';
import { withWords } from '../internal/with-words.ts';
import {
  checkEnvelopeSignature,
  type Envelope,
  notificationKey,
  readBody,
  readEnvelope,
} from './read-envelope.ts';

/**
 * What a notification says, once its signature has been found valid. The keys must have been checked.
 *
 * @param definition of the notification, or what tells from the body which notification it is.
 * @throws NotificationError when it cannot be believed.
 */
export function readNotification(
  definition: Judged | ((body: Body) => Judged),
  text: string,
  keys: SigningKeys,
): Outcome<object> {
  const body = readVerified(text, keys);
  const judged = typeof definition === 'function' ? definition(body) : definition;
  const decoded = decodeReplyFields(judged.reply, body);
  if (!decoded.ok) {
    throw new NotificationError(
      'incomplete',
      decoded.missing.map((path) => ({ path, code: 'missing', message: 'is missing or unreadable' })),
    );
  }
  const reason = reasonIn(body);
  const outcome = stateOutcome(judged, decoded.data, {
    authenticated: true,
    ...(reason.code === '' || reason.code === CARRIED_OUT ? {} : { reason }),
  });
  return reason.code === '' ? withWords(outcome, reason.message) : outcome;
}

/** «本次交易成功» beside a state says nothing that the state does not. */
const CARRIED_OUT = '00';

/** Why the state is what it is, under the names of whichever product it comes from. */
function reasonIn(body: Body): Reason {
  return {
    code: textOf(body, 'ERRCODE') || textOf(body, 'ERR_CODE'),
    message: textOf(body, 'ERRMSG') || textOf(body, 'ERR_CODE_MSG'),
  };
}

type Body = Readonly<Record<string, WireValue>>;

/** The values of the body, once its signature has been found valid. */
function readVerified(text: string, keys: SigningKeys): Body {
  let envelope: Envelope;
  let signature: ReturnType<typeof checkEnvelopeSignature>;
  try {
    envelope = readEnvelope(text);
    signature = checkEnvelopeSignature(envelope, notificationKey(envelope.header, keys));
  } catch {
    throw new NotificationError('malformed');
  }
  if (signature === 'invalid') throw new NotificationError('signature_invalid');
  if (signature === 'missing' || envelope.body === undefined)
    throw new NotificationError('signature_missing');
  return readBody(envelope.body);
}
