import type { NotificationFlaw } from '../internal/notifier.ts';
import type { RenderedReply, ReplyFlaw } from '../internal/reply.ts';
import { type SignType, sign } from './sign.ts';
import { buildXml } from './xml.ts';

type Entries = readonly (readonly [string, string])[];

/** With what a message is signed. */
export interface Signature {
  readonly key: string;
  readonly signType: SignType;
}

/** A message of the platform: the fields that are given, signed, as XML. */
export function signedMessage(
  fields: Readonly<Record<string, string | number | undefined>>,
  { key, signType }: Signature,
  flaw?: ReplyFlaw | NotificationFlaw,
  duplicate?: readonly [name: string, value: string],
): RenderedReply {
  const entries: Entries = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
  const algorithm = flaw === 'other-algorithm' ? otherAlgorithm(signType) : signType;
  const signature = sign(entries, flaw === 'wrong-signature' ? `${key}?` : key, algorithm);
  const sent: Entries = [
    ...entries.map(([name, value]) => [name, tampered(name, value, flaw)] as const),
    ...(flaw === 'no-signature' ? [] : [['sign', signature] as const]),
    ...(flaw === 'duplicate-fields' && duplicate !== undefined ? [duplicate] : []),
  ];
  return { body: buildXml(sent, { doctype: flaw === 'doctype' }), contentType: 'text/xml' };
}

function otherAlgorithm(signType: SignType): SignType {
  return signType === 'MD5' ? 'HMAC-SHA256' : 'MD5';
}

/** After it was signed, the amount becomes another. */
function tampered(name: string, value: string, flaw: ReplyFlaw | NotificationFlaw | undefined): string {
  return flaw === 'tampered' && name === 'total_fee' ? `${value}0` : value;
}
