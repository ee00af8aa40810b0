import { canonicalizeJson, canonicalizeQuery, decodeFlatXml, readJsonMembers } from '@yinjian/protocol-codec';
import { detail } from './report.ts';

const KEY = '&key=********';

/** What was signed and the signature, read back from a message. Signatures are over the text before it was masked. */
interface Signed {
  readonly text: string;
  readonly signature: string;
}

function ofXml(xml: string): Signed {
  const fields = decodeFlatXml(xml);
  return { text: canonicalizeQuery(fields) + KEY, signature: fields.get('sign') ?? '' };
}

function ofEnvelope(json: string): Signed {
  const members = readJsonMembers(json);
  const text = canonicalizeJson(members.get('Body') ?? '{}');
  return { text: masked(text) + KEY, signature: (members.get('Sign') ?? '').replaceAll('"', '') };
}

/** Shows what a message signs: WeChat's XML, or an MMSP envelope. */
export function showSigned(message: string, whose: 'request' | 'reply' | 'notification'): void {
  if (message === '') {
    detail(whose, 'none came');
    return;
  }
  const { text, signature } = message.startsWith('<') ? ofXml(message) : ofEnvelope(message);
  detail(`${whose} signs`, text);
  detail('signature', signature);
}

/** Shows a payout message: both sides sign the plain text and encrypt it for the other. */
export function showSealed(message: string, whose: 'request' | 'reply', plaintext?: object): void {
  const { ENCRYPT = '', SIGN = '' } = JSON.parse(message) as { ENCRYPT?: string; SIGN?: string };
  if (plaintext !== undefined) detail(`${whose} signs`, masked(JSON.stringify(plaintext)));
  const blocks = Buffer.from(ENCRYPT, 'base64').length / 128;
  detail(`${whose} ENCRYPT`, `${ENCRYPT.slice(0, 48)}… (${blocks} × 128 bytes)`);
  detail('SIGN', `${SIGN.slice(0, 48)}…`);
}

/** Hides the values of card and personal data in a JSON text that a person will read. */
function masked(json: string): string {
  return json
    .replace(
      /"(CARDNO|CVN2|EXPDATE|NAME|ID_NO|PHONENO|MSG_CODE|ACCNO|ACCNAME|MOBILE|IDCARD)":"[^"]*"/g,
      '"$1":"***"',
    )
    .replaceAll('"[redacted]"', '"***"');
}
