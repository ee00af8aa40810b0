import { decodeUtf8 } from '@yinjian/protocol-codec';
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
  type WireValue,
} from '@yinjian/provider-kit';
import type { EnvelopeCredentials } from '../credentials.ts';
import type { MmspOperation } from '../operation.ts';
import { checkEnvelopeSignature, type Envelope, readBody, readEnvelope } from './read-envelope.ts';

/** A reply's command id is the request's plus this [M] 快捷 3.2.1. */
export const REPLY_OFFSET = 0x8000;

/** 统一否定应答: the platform refuses, unsigned. */
const GENERAL_REFUSAL = String(0x8000);

/** What a reply in an envelope means. The signature is checked before anything in the body is looked at. */
export function readEnvelopeReply(
  operation: MmspOperation,
  bytes: Uint8Array,
  credentials: EnvelopeCredentials,
  sent: WireFields,
): Outcome<object> {
  const unknown = (code: Exclude<UnknownCauseCode, 'platform'>) =>
    unknownOutcome(unknownCause(code), operation.whenUnknown);

  let envelope: Envelope;
  let signature: ReturnType<typeof checkEnvelopeSignature>;
  try {
    envelope = readEnvelope(decodeUtf8(bytes));
    signature = checkEnvelopeSignature(envelope, credentials);
  } catch {
    return unknown('reply_malformed');
  }
  const { header, body } = envelope;
  if (signature === 'invalid') return unknown('signature_invalid');
  if (header.RetCode === '') return unknown('reply_incomplete');
  if (![String(operation.commandId + REPLY_OFFSET), GENERAL_REFUSAL].includes(header.CommandID)) {
    return unknown('reply_mismatch');
  }
  if (header.RetCode !== '1') {
    const authenticated = signature === 'valid';
    return refusalOutcome(operation, headerReason(header), { authenticated });
  }
  if (signature === 'missing' || body === undefined) return unknown('signature_missing');

  const message = readBody(body);
  if (!echoesRequest(operation, sent, message)) return unknown('reply_mismatch');
  const decoded = decodeReplyFields(operation.reply, message);
  if (!decoded.ok) return unknown('reply_incomplete');
  return stateOutcome(operation, decoded.data, { authenticated: true, reason: bodyReason(message) });
}

/** The platform puts its own code in brackets: `[-2002] 没有该订单`. */
function headerReason({ RetCode, ErrorMsg }: Envelope['header']) {
  const [, code, message] = /^\s*\[(-?\w{1,16})\]\s*[:：]?\s*(.*)$/s.exec(ErrorMsg) ?? [];
  return code === undefined ? { code: RetCode, message: ErrorMsg } : { code, message: message ?? '' };
}

/** Why the body's `STATUS` is what it is, where it says. */
export function bodyReason(message: Readonly<Record<string, WireValue>>) {
  const code = message['ERRCODE'];
  const words = message['ERRMSG'];
  if (typeof code !== 'string' || code === '') return undefined;
  return { code, message: typeof words === 'string' ? words : '' };
}
