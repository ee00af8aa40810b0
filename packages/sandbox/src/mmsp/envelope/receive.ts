import type { MmspOperation } from '@yinjian/mmsp';
import { decodeUtf8 } from '@yinjian/protocol-codec';
import { checkFields, inWords } from '../../internal/checked-fields.ts';
import { amountIn, refusedReply, refusedState } from '../../internal/default-reply.ts';
import type { Order, OrderBook } from '../../internal/order-book.ts';
import { HtmlPage } from '../../internal/payer-page-html.ts';
import { demandedRefusal, Refusal, refusal } from '../../internal/refusal.ts';
import { duplicateField, type Incoming, type Reply, withFlaw } from '../../internal/reply.ts';
import type { World } from '../../internal/world.ts';
import { merchants } from '../../merchants.ts';
import { type Lossless, parseLossless, textMembers } from '../lossless-json.ts';
import type { EnvelopeBehaviour, EnvelopeCaller, ReplyBody } from './behaviour.ts';
import {
  headerRefusal,
  isHeaderCode,
  malformed,
  reasonFields,
  SYSTEM_ERROR,
  UNKNOWN_MERCHANT,
  WRONG_SIGNATURE,
} from './errors.ts';
import { sign, signedEnvelope } from './message.ts';

/** What is particular to one product that speaks in envelopes. */
export interface EnvelopeProduct<O extends Order> {
  readonly NodeID: string;
  readonly behaviours: readonly EnvelopeBehaviour<O>[];
  readonly orders: OrderBook<O>;
  readonly world: World;
}

type Header = Readonly<Record<string, string>>;

interface Envelope {
  readonly header: Header;
  readonly body: ReadonlyMap<string, Lossless> | undefined;
}

/** Reads a request to the product's address. */
export function receive<O extends Order>(bytes: Uint8Array, product: EnvelopeProduct<O>): Incoming {
  const envelope = readEnvelope(bytes);
  const header = envelope?.header ?? {};
  const behaviour = product.behaviours.find(
    ({ definition }) => String(definition.commandId) === header['CommandID'],
  );
  if (envelope === undefined || behaviour === undefined) {
    const reply = refusedInHeader(header, malformed(envelope === undefined ? '' : 'CommandID is not known'));
    return { operation: undefined, needsCertificate: false, execute: () => reply, refuse: () => reply };
  }
  const { definition } = behaviour;
  return {
    operation: definition.name,
    needsCertificate: definition.needsCertificate,
    execute: () => execute(envelope, behaviour, product),
    refuse: (code, words) =>
      code === undefined
        ? refusedInHeader(header, SYSTEM_ERROR)
        : refusedWith(envelope, definition, product, code, words),
  };
}

function readEnvelope(bytes: Uint8Array): Envelope | undefined {
  try {
    const message = parseLossless(decodeUtf8(bytes));
    if (!(message instanceof Map)) return undefined;
    const body = message.get('Body');
    return { header: textMembers(message).fields, body: body instanceof Map ? body : undefined };
  } catch {
    return undefined;
  }
}

function execute<O extends Order>(
  envelope: Envelope,
  behaviour: EnvelopeBehaviour<O>,
  product: EnvelopeProduct<O>,
): Reply {
  const { header, body } = envelope;
  const { NodeID, orders, world } = product;
  const { definition } = behaviour;
  const refused = (reason: Refusal) => refusedInHeader(header, reason);
  // NodeType and SeqID are written as numbers and as text [M].
  const isOrderly =
    header['NodeID'] === NodeID && header['Version'] === '1.0.0' && header['NodeType'] !== undefined;
  if (body === undefined || !isOrderly || header['SeqID'] === undefined) return refused(malformed());
  const caller = callerOf(header);
  if (caller === undefined) return refused(UNKNOWN_MERCHANT);
  if (header['Sign'] !== sign(body, caller.md5Key)) return refused(WRONG_SIGNATURE);

  const { fields, others } = textMembers(body);
  if (others.length > 0) return refused(malformed('Body may hold text and numbers only'));
  const checked = checkFields(definition, fields, world.options.log, world.now);
  if (!checked.ok) return refused(malformed(inWords(checked.issues)));
  const demanded = demandedRefusal(checked.fields, 'envelope');
  if (demanded !== undefined) return refusedWith(envelope, definition, product, demanded);
  const result = behaviour.execute({ fields: checked.fields, caller, operation: definition, orders, world });
  if (result instanceof Refusal) return refused(result);
  if (result instanceof HtmlPage) {
    return { summary: 'a page', render: () => ({ body: result.write(), contentType: 'text/html' }) };
  }
  return answered(header, definition, result, caller, `STATUS ${result['STATUS'] as string}`);
}

/** Refused with a code of the header, or with one of the body, signed. */
function refusedWith<O extends Order>(
  { header, body }: Envelope,
  definition: MmspOperation,
  { world }: EnvelopeProduct<O>,
  code: string,
  words?: string,
): Reply {
  if (isHeaderCode(code)) return refusedInHeader(header, headerRefusal(code, words));
  const caller = callerOf(header);
  if (caller === undefined) return refusedInHeader(header, UNKNOWN_MERCHANT);
  const reason = refusal(definition, code, words);
  const sent = body === undefined ? {} : textMembers(body).fields;
  const state = refusedState(definition);
  const amount = amountIn(definition, sent);
  const values = { state, number: '', amount, isPaid: false, now: world.now() };
  const result = { ...refusedReply(definition, sent, values), ...reasonFields(definition, reason) };
  return answered(header, definition, result, caller, `[${code}] ${reason.message}`);
}

/** Who sent it, and the key that goes first: the agent's in agent mode [M] 快捷 3.1. */
function callerOf(header: Header): EnvelopeCaller | undefined {
  const { MERNO, TERMNO, md5Key, agent } = merchants.mmsp;
  if (header['MERNO'] !== MERNO || header['TERMNO'] !== TERMNO) return undefined;
  const AGENTNO = header['AGENTNO'] ?? '';
  if (AGENTNO === '') return { MERNO, TERMNO, AGENTNO, md5Key };
  return AGENTNO === agent.AGENTNO ? { MERNO, TERMNO, AGENTNO, md5Key: agent.md5Key } : undefined;
}

/** A reply with a body, signed for the caller. */
function answered(
  header: Header,
  definition: MmspOperation,
  result: ReplyBody,
  { md5Key }: EnvelopeCaller,
  summary: string,
): Reply {
  const CommandID = definition.replyCommandId ?? definition.commandId + GENERAL_REFUSAL;
  return {
    summary,
    render: (flaw) =>
      signedEnvelope(
        replyHeader(header, { CommandID, RetCode: 1, ErrorMsg: '' }),
        withFlaw(definition, result, flaw),
        { md5Key, flaw, duplicate: duplicateField(definition), escapesUnicode: true },
      ),
  };
}

/** A reply's header repeats the request's; an empty agent number comes back as `null` [M]. */
function replyHeader(
  { SeqID, NodeType, NodeID, AGENTNO = '', MERNO, TERMNO }: Header,
  { CommandID, RetCode, ErrorMsg }: { CommandID: number; RetCode: number; ErrorMsg: string },
) {
  const agent = AGENTNO === '' ? null : AGENTNO;
  return {
    CommandID,
    SeqID,
    NodeType,
    NodeID,
    Version: '1.0.0',
    RetCode,
    ErrorMsg,
    AGENTNO: agent,
    MERNO,
    TERMNO,
  };
}

/** 统一否定应答 0x8000; the ids of other replies are the requests' plus as much [M] 快捷 3.2.1. */
const GENERAL_REFUSAL = 0x8000;

/**
 * Unsigned, without a body. `RetCode` is 0 and a code with a minus stands in brackets, or it is the code itself: the
 * documents show both [M] 快捷 3.1, 扫码 3.1.
 */
function refusedInHeader(header: Header, { code, message }: Refusal): Reply {
  const isBracketed = code.startsWith('-');
  const ErrorMsg = isBracketed ? `[${code}] ${message}` : message;
  const RetCode = isBracketed ? 0 : Number(code);
  const reply = {
    ...replyHeader(header, { CommandID: GENERAL_REFUSAL, RetCode, ErrorMsg }),
    Body: '',
    Sign: '',
  };
  return {
    summary: ErrorMsg,
    render: () => ({ body: JSON.stringify(reply), contentType: 'application/json' }),
  };
}
