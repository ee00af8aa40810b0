import { decodeUtf8, type ParsedJson, parseJson } from '@yinjian/protocol-codec';
import {
  decodeReplyFields,
  echoesRequest,
  type Outcome,
  refusalOutcome,
  stateOutcome,
  type UnknownCauseCode,
  unknownCause,
  unknownOutcome,
  type WireFields,
} from '@yinjian/provider-kit';
import type { MmspOperation } from '../operation.ts';
import type { PayoutCredentials } from './credentials.ts';
import { isSealedBy, open } from './seal.ts';

type Message = Readonly<Record<string, ParsedJson>>;

/**
 * What a payout reply means. `RETCODE` stands in the clear; on 0000 the result is encrypted for the merchant. Anyone
 * may hold the merchant's public key, so only a `SIGN` of the platform makes the result authentic.
 */
export async function readPayoutReply(
  operation: MmspOperation,
  bytes: Uint8Array,
  { merchantPrivateKey, platformPublicKey, requireSignedReply = false }: PayoutCredentials,
  sent: WireFields,
): Promise<Outcome<object>> {
  const unknown = (code: Exclude<UnknownCauseCode, 'platform'>) =>
    unknownOutcome(unknownCause(code), operation.whenUnknown);

  const outer = readObject(() => decodeUtf8(bytes));
  if (outer === undefined) return unknown('reply_malformed');
  const encrypted = textOf(outer, 'ENCRYPT');
  const signature = textOf(outer, 'SIGN');

  let inner: Message = {};
  let authenticated = false;
  if (encrypted !== '') {
    let plaintext: Uint8Array;
    try {
      plaintext = await open(encrypted, merchantPrivateKey);
    } catch {
      return unknown('decryption_failed');
    }
    authenticated = signature !== '' && (await isSealedBy(plaintext, signature, platformPublicKey));
    if (signature !== '' && !authenticated) return unknown('signature_invalid');
    const parsed = readObject(() => decodeUtf8(plaintext));
    if (parsed === undefined) return unknown('reply_malformed');
    inner = parsed;
  }
  if (requireSignedReply && !authenticated) return unknown('signature_missing');

  const retcode = textOf(inner, 'RETCODE') || textOf(outer, 'RETCODE');
  const isContradicted = textOf(outer, 'RETCODE') !== '' && textOf(outer, 'RETCODE') !== retcode;
  // The table requires RETCODE; the document's own sample of a decrypted result has none.
  const result = retcode === '' && encrypted !== '' ? '0000' : retcode;
  if (result === '') return unknown('reply_incomplete');
  if (isContradicted) return unknown('reply_mismatch');
  if (result !== '0000') {
    return refusalOutcome(
      operation,
      { code: result, message: messageOf({ ...outer, ...inner }) },
      { authenticated },
    );
  }
  if (encrypted === '') return unknown('reply_incomplete');
  if (!echoesRequest(operation, sent, inner)) return unknown('reply_mismatch');
  const decoded = decodeReplyFields(operation.reply, inner);
  if (!decoded.ok) return unknown('reply_incomplete');
  return stateOutcome(operation, decoded.data, { authenticated });
}

function readObject(text: () => string): Message | undefined {
  try {
    const value = parseJson(text());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function textOf(message: Message, name: string): string {
  const value = message[name];
  return typeof value === 'string' ? value : '';
}

/** The tables print it in three ways. */
function messageOf(message: Message): string {
  return textOf(message, 'RETMSG') || textOf(message, 'REMSG') || textOf(message, 'RETMMSG');
}
