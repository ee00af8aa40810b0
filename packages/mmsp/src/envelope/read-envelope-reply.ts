import { decodeUtf8 } from '@yinjian/protocol-codec';
import {
  decodeReplyFields,
  echoesRequest,
  type Outcome,
  type Reason,
  refusalOutcome,
  stateOutcome,
  type UnknownCauseCode,
  unknownCause,
  unknownOutcome,
  type WireFields,
  type WireValue,
} from '@yinjian/provider-kit';
import type { EnvelopeCredentials } from '../credentials.ts';
import { headerErrors } from '../errors.ts';
import { contradictsRefusal } from '../internal/contradicts-refusal.ts';
import { withWords } from '../internal/with-words.ts';
import type { MmspOperation } from '../operation.ts';
import { checkEnvelopeSignature, type Envelope, readBody, readEnvelope } from './read-envelope.ts';

/** A reply's command id is the request's plus this [M] 快捷 3.2.1. */
const REPLY_OFFSET = 0x8000;

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
  const message = body === undefined ? {} : readBody(body);
  if (header.RetCode !== '1') return refusal(operation, header, message);
  if (signature === 'missing') return unknown('signature_missing');
  if (!echoesRequest(operation, sent, message)) return unknown('reply_mismatch');
  const decoded = decodeReplyFields(operation.reply, message);
  if (!decoded.ok) return unknown('reply_incomplete');

  const reason = { code: reasonCode(operation, message), message: textOf(message, 'ERRMSG') };
  const options = { authenticated: true, ...(reason.code === '' ? {} : { reason }) };
  const outcome = stateOutcome(operation, decoded.data, options);
  return reason.code === '' ? withWords(outcome, reason.message) : outcome;
}

/** Header fields are not signed [M] 快捷 3.3.2.1: a refusal is nobody's word, whatever else is signed. */
function refusal(operation: MmspOperation, header: Envelope['header'], message: Message): Outcome<object> {
  const outcome = refusalOutcome<object>({ ...operation, errors: headerErrors }, headerReason(header), {
    authenticated: false,
  });
  const isContradicted = outcome.status === 'failed' && contradictsRefusal(operation, message);
  return isContradicted ? unknownOutcome(unknownCause('reply_mismatch'), operation.whenUnknown) : outcome;
}

/** The platform puts its own code in brackets: `[-2002] 没有该订单`. */
function headerReason({ RetCode, ErrorMsg }: Envelope['header']): Reason {
  const [bracketed, code] = /\[(-?\w{1,16})\]/.exec(ErrorMsg) ?? [];
  if (bracketed === undefined || code === undefined) return { code: RetCode, message: ErrorMsg };
  return { code, message: ErrorMsg.replace(bracketed, '').trim() };
}

/** 00 in the reply to a query says that the query was carried out (本次查询成功), nothing about the order. */
function reasonCode({ role }: MmspOperation, message: Message): string {
  const code = textOf(message, 'ERRCODE');
  return role === 'query' && code === '00' ? '' : code;
}

type Message = Readonly<Record<string, WireValue>>;

function textOf(message: Message, name: string): string {
  const value = message[name];
  return typeof value === 'string' ? value : '';
}
