import { decodeUtf8, type ParsedJson, parseJson } from '@yinjian/protocol-codec';
import type { Fields, UnknownCauseCode } from '@yinjian/provider-kit';
import { textOf } from '../internal/text-of.ts';
import type { PayoutCredentials } from './credentials.ts';
import { isSealedBy, open } from './seal.ts';

/** A message under the names of its table. */
export type Message = Readonly<Record<string, ParsedJson>>;

/** A payout reply, decrypted. */
export interface OpenedReply {
  /** What stands in the clear. No signature covers it. */
  readonly clear: Message;
  /** What was encrypted for the merchant, where anything was. */
  readonly sealed: Message | undefined;
  /** Whether the platform signed `sealed`. Anyone may hold the merchant's public key, so nothing else shows whose it is. */
  readonly isSigned: boolean;
}

/** Far above any reply of these tables: 96 blocks of RSA-1024, which keep a thread busy for a tenth of a second. */
const MAX_ENCRYPTED_LENGTH = 16_384;

/** Decrypts a reply and checks its `SIGN` [M] 代付 3.1, or says why that cannot be done. */
export async function openPayoutReply(
  bytes: Uint8Array,
  fields: Fields,
  { merchantPrivateKey, platformPublicKey }: PayoutCredentials,
): Promise<OpenedReply | Exclude<UnknownCauseCode, 'platform'>> {
  const clear = readMessage(() => decodeUtf8(bytes), fields);
  if (clear === undefined) return 'reply_malformed';
  const encrypted = textOf(clear, 'ENCRYPT');
  const signature = textOf(clear, 'SIGN');
  if (encrypted === '') return { clear, sealed: undefined, isSigned: false };
  if (encrypted.length > MAX_ENCRYPTED_LENGTH) return 'reply_too_large';

  let plaintext: Uint8Array;
  try {
    plaintext = await open(encrypted, merchantPrivateKey);
  } catch {
    return 'decryption_failed';
  }
  const isSigned = signature !== '';
  if (isSigned && !(await isSealedBy(plaintext, signature, platformPublicKey))) return 'signature_invalid';
  const sealed = readMessage(() => decodeUtf8(plaintext), fields);
  return sealed === undefined ? 'reply_malformed' : { clear, sealed, isSigned };
}

/** The fields that decide how a message is read; anything but text would silently count as absent. */
const DECISIVE = ['RETCODE', 'ENCRYPT', 'SIGN'];

function readMessage(text: () => string, fields: Fields): Message | undefined {
  let value: ParsedJson;
  try {
    value = parseJson(text());
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const message: Message = value;
  const isReadable = DECISIVE.every((name) => typeof (message[name] ?? '') === 'string');
  return isReadable ? underTableNames(message, fields) : undefined;
}

/** The tables misprint some names (`REMSG`, `MERNNO`), and the platform may do as they say. */
function underTableNames(message: Message, fields: Fields): Message {
  const named: Record<string, ParsedJson> = Object.assign(Object.create(null), message);
  for (const [name, { aliases }] of Object.entries(fields)) {
    const spelling = [name, ...aliases].find((alias) => textOf(named, alias) !== '');
    if (spelling === undefined || spelling === name) continue;
    named[name] = textOf(named, spelling);
    delete named[spelling];
  }
  return named;
}
