import { type ParsedJson, parseJson, readJsonMembers } from '@yinjian/protocol-codec';
import type { SigningKeys } from '../credentials.ts';
import { verifySign } from '../sign.ts';

/** A JSON envelope as it came: header values read, body kept as raw text until it has been verified. */
export interface Envelope {
  /** Number lexemes and texts alike: the platform writes `1` and `"1"`. */
  readonly header: Readonly<Record<'CommandID' | 'RetCode' | 'ErrorMsg' | 'AGENTNO' | 'Sign', string>>;
  /** The raw text of `Body`, where it is an object. */
  readonly body: string | undefined;
}

/** @throws CodecError when the text is not a JSON object. */
export function readEnvelope(text: string): Envelope {
  const members = readJsonMembers(text);
  const read = (name: string): string => {
    const raw = members.get(name);
    const value =
      raw === undefined || raw.startsWith('{') || raw.startsWith('[') ? undefined : parseJson(raw);
    return typeof value === 'string' ? value : '';
  };
  const body = members.get('Body');
  return {
    header: {
      CommandID: read('CommandID'),
      RetCode: read('RetCode'),
      // Both spellings are documented.
      ErrorMsg: read('ErrorMsg') || read('ErrMsg'),
      AGENTNO: read('AGENTNO'),
      Sign: read('Sign'),
    },
    body: body?.startsWith('{') === true ? body : undefined,
  };
}

/** Whether the envelope carries a signature, and whether it was made with this key. */
export function checkEnvelopeSignature(
  { header, body }: Envelope,
  key: string,
): 'valid' | 'invalid' | 'missing' {
  if (header.Sign === '' || body === undefined) return 'missing';
  return verifySign(body, header.Sign, key) ? 'valid' : 'invalid';
}

/**
 * The key of a request, which is in agent mode where there is an agent, and of its reply: a header field, which nobody
 * signs, has no say in it [M] 快捷 3.1.
 */
export function exchangeKey({ md5Key, agent }: SigningKeys): string {
  return agent?.md5Key ?? md5Key;
}

/**
 * The key of a notification: the agent's for a message in agent mode, the merchant's for any other [M] 快捷 3.1. Orders of
 * both kinds may be notified to one address.
 */
export function notificationKey({ AGENTNO }: Envelope['header'], { md5Key, agent }: SigningKeys): string {
  return AGENTNO === '' ? md5Key : (agent?.md5Key ?? md5Key);
}

/** The values of an envelope's body. */
export function readBody(body: NonNullable<Envelope['body']>): Readonly<Record<string, ParsedJson>> {
  return parseJson(body) as Readonly<Record<string, ParsedJson>>;
}
