import { NotificationError, verifyNotification } from '@yinjian/mmsp';
import { CodecError, canonicalizeJson, readJsonMembers } from '@yinjian/protocol-codec';

/** What the page says of a notification. */
export interface Check {
  readonly isGenuine: boolean;
  readonly verdict: string;
  /** The text under the signature, without the key. */
  readonly signedText: string;
}

/** Checks a notification as a server does, and shows what its signature is over. */
export function check(message: string, md5Key: string): Check {
  return { ...verify(message, md5Key), signedText: signedTextOf(message) };
}

function verify(message: string, md5Key: string): Omit<Check, 'signedText'> {
  try {
    const notification = verifyNotification(message, { md5Key });
    return { isGenuine: true, verdict: `Genuine. It says: ${notification.status}.` };
  } catch (error) {
    if (error instanceof NotificationError)
      return { isGenuine: false, verdict: `Not to be believed: ${error.code}.` };
    return { isGenuine: false, verdict: 'The key cannot be used.' };
  }
}

function signedTextOf(message: string): string {
  try {
    const body = readJsonMembers(message).get('Body');
    return body === undefined ? 'There is no Body.' : `${canonicalizeJson(body)}&key=********`;
  } catch (error) {
    if (error instanceof CodecError) return `It cannot be read: ${error.code}.`;
    throw error;
  }
}
