import { canonicalizeJson, canonicalizeQuery, decodeFlatXml, readJsonMembers } from '@yinjian/protocol-codec';

const KEY = '&key=********';

/** What was signed and the signature, read back from a WeChat message. */
export function ofXml(xml: string): { text: string; signature: string } {
  const fields = decodeFlatXml(xml);
  return { text: canonicalizeQuery(fields) + KEY, signature: fields.get('sign') ?? '' };
}

/** What was signed and the signature, read back from an MMSP envelope. Card and personal data are masked. */
export function ofEnvelope(json: string): { text: string; signature: string } {
  const members = readJsonMembers(json);
  const text = canonicalizeJson(members.get('Body') ?? '{}');
  return { text: masked(text) + KEY, signature: (members.get('Sign') ?? '').replaceAll('"', '') };
}

/** Hides the values of card and personal data in a JSON text that a person will read. */
export function masked(json: string): string {
  return json.replace(
    /"(CARDNO|CVN2|EXPDATE|NAME|ID_NO|PHONENO|MSG_CODE|ACCNO|ACCNAME|MOBILE|IDCARD)":"[^"]*"/g,
    '"$1":"***"',
  );
}
