import { decodeUtf8 } from '@yinjian/protocol-codec';
import {
  decodeReplyFields,
  type ErrorCodes,
  mismatchedEchoes,
  namesOrder,
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
import { textOf } from '../internal/text-of.ts';
import { withWords } from '../internal/with-words.ts';
import type { MmspOperation } from '../operation.ts';
import { dialectOf } from './dialect.ts';
import {
  checkEnvelopeSignature,
  type Envelope,
  exchangeKey,
  readBody,
  readEnvelope,
} from './read-envelope.ts';

/** A reply's command id is the request's plus this [M] 快捷 3.2.1. */
const REPLY_OFFSET = 0x8000;

/** 统一否定应答: the platform refuses, unsigned. */
const GENERAL_REFUSAL = 0x8000;

/** What a reply in an envelope means. The signature is checked before anything in the body is looked at. */
export function readEnvelopeReply(
  operation: MmspOperation,
  bytes: Uint8Array,
  credentials: EnvelopeCredentials,
  sent: WireFields,
): Outcome<object> {
  const unknown = (code: Exclude<UnknownCauseCode, 'platform'>, fields?: readonly string[]) =>
    unknownOutcome(unknownCause(code, fields === undefined ? {} : { fields }), operation.whenUnknown);

  let envelope: Envelope;
  let signature: ReturnType<typeof checkEnvelopeSignature>;
  try {
    envelope = readEnvelope(decodeUtf8(bytes));
    signature = checkEnvelopeSignature(envelope, exchangeKey(credentials));
  } catch {
    return unknown('reply_malformed');
  }
  const { header, body } = envelope;
  if (signature === 'invalid') return unknown('signature_invalid');
  if (header.RetCode === '') return unknown('reply_incomplete');
  if (!replyIds(operation, header).includes(header.CommandID))
    return unknown('reply_mismatch', ['CommandID']);
  const message = body === undefined ? {} : readBody(body);
  if (header.RetCode !== '1') return refusal(operation, header, message);
  if (signature === 'missing') return unknown('signature_missing');
  const mismatched = mismatchedEchoes(operation, sent, message);
  if (mismatched.length > 0) return unknown('reply_mismatch', mismatched);
  if (!namesOrder(operation, sent, message)) return unknown('reply_incomplete', operation.request.atLeastOne);
  const decoded = decodeReplyFields(operation.reply, message);
  if (!decoded.ok) return unknown('reply_incomplete', decoded.missing);

  const reason = bodyReason(operation, message);
  const isCarriedOut = textOf(message, dialectOf(operation).reason.code) === '00';
  const says = reason.code !== '' || (reason.message !== '' && !isCarriedOut && mayFindNothing(operation));
  const options = { authenticated: true, ...(says ? { reason } : {}) };
  const outcome = stateOutcome(operation, decoded.data, options);
  const contradiction =
    outcome.status === 'succeeded' ? operation.contradiction?.({ ...outcome.data }, sent) : undefined;
  if (contradiction !== undefined) return unknownOutcome(contradiction, operation.whenUnknown, decoded.data);
  return reason.code === '' ? withWords(outcome, reason.message) : outcome;
}

/** Where one state says both that nothing was found and that the search failed, words alone tell the two apart. */
function mayFindNothing({ states }: MmspOperation): boolean {
  return Object.values(states.values).some(
    (state) => state.status === 'succeeded' && state.nothing !== undefined,
  );
}

/** Header fields are not signed [M] 快捷 3.3.2.1: a refusal is nobody's word, whatever else is signed. */
function refusal(operation: MmspOperation, header: Envelope['header'], message: Message): Outcome<object> {
  const reason = headerReason(header);
  const table = operation.headerErrors ?? headerErrors;
  const errors = isMeant(reason, table) ? table : {};
  const outcome = refusalOutcome<object>({ ...operation, errors }, reason, { authenticated: false });
  const isContradicted = outcome.status === 'failed' && contradictsRefusal(operation, message);
  return isContradicted ? unknownOutcome(unknownCause('reply_mismatch'), operation.whenUnknown) : outcome;
}

/** The platform puts its own code in brackets: `[-2002] 没有该订单`. Other digits there may be a card number. */
function headerReason({ RetCode, ErrorMsg }: Envelope['header']): Reason {
  const [bracketed, code] = /\[(-\d{1,5})\]/.exec(ErrorMsg) ?? [];
  if (bracketed === undefined || code === undefined) return { code: RetCode, message: ErrorMsg };
  return { code, message: ErrorMsg.replace(bracketed, '').trim() };
}

/**
 * `RetCode` 0 is documented as 消息结构体错误 and comes with anything else too, a time-out among it: it only means what is
 * documented where the words say so.
 */
function isMeant({ code, message }: Reason, table: ErrorCodes): boolean {
  return message.trim().startsWith(table[code]?.onlyWith ?? '');
}

/** 00 in the reply to a query says that the query was carried out (本次查询成功), nothing about the order. */
function bodyReason(operation: MmspOperation, message: Message): Reason {
  const fields = dialectOf(operation).reason;
  const code = textOf(message, fields.code);
  return {
    code: operation.role === 'query' && code === '00' ? '' : code,
    message: textOf(message, fields.message),
  };
}

/** The general refusal carries nothing but a refusal. */
function replyIds(
  { commandId, replyCommandId }: MmspOperation,
  { RetCode }: Envelope['header'],
): readonly string[] {
  const ids = [commandId + REPLY_OFFSET, ...(replyCommandId === undefined ? [] : [replyCommandId])];
  return (RetCode === '1' ? ids : [...ids, GENERAL_REFUSAL]).map(String);
}

type Message = Readonly<Record<string, WireValue>>;
