import { decodeUtf8 } from '@yinjian/protocol-codec';
import { checkFields, inWords } from '../../internal/checked-fields.ts';
import type { Order, OrderBook } from '../../internal/order-book.ts';
import { HtmlPage } from '../../internal/payer-page-html.ts';
import { Refusal, refusal } from '../../internal/refusal.ts';
import { duplicateField, type Incoming, type Reply, withFlaw } from '../../internal/reply.ts';
import type { World } from '../../internal/world.ts';
import { merchants } from '../../merchants.ts';
import { type Lossless, parseLossless, textMembers } from '../lossless-json.ts';
import type { EnvelopeBehaviour, EnvelopeCaller } from './behaviour.ts';
import { sign, signedEnvelope } from './message.ts';

/** What is particular to one product that speaks in envelopes. */
export interface EnvelopeProduct<O extends Order> {
  readonly NodeID: string;
  readonly behaviours: readonly EnvelopeBehaviour<O>[];
  readonly orders: OrderBook<O>;
  readonly world: World;
}

interface Envelope {
  readonly header: Readonly<Record<string, string>>;
  readonly body: ReadonlyMap<string, Lossless> | undefined;
}

/** 消息结构体错误: `RetCode` 0 without a code in the message [M] 快捷 6. */
const malformed = (detail = '') =>
  new Refusal('', detail === '' ? '消息结构体错误' : `消息结构体错误: ${detail}`);

/** Codes that the documents do not list; the platform's own are not published. */
const WRONG_SIGNATURE = new Refusal('-1001', '签名错误');
const UNKNOWN_MERCHANT = new Refusal('-1002', '商户号、终端号或代理商编号不存在');

/** The platform is out of order. The documents list no code for it either. */
const SYSTEM_ERROR = new Refusal('-9999', '系统繁忙');

/** Reads a request to the product's address. */
export function receive<O extends Order>(bytes: Uint8Array, product: EnvelopeProduct<O>): Incoming {
  const envelope = readEnvelope(bytes);
  const header = envelope?.header ?? {};
  const behaviour = product.behaviours.find(
    ({ definition }) => String(definition.commandId) === header['CommandID'],
  );
  const refused = (reason: Refusal) => refusedReply(header, reason);
  if (envelope === undefined || behaviour === undefined) {
    const reply = refused(malformed(envelope === undefined ? '' : 'CommandID is not known'));
    return { operation: undefined, execute: () => reply, refuse: () => reply };
  }
  return {
    operation: behaviour.definition.name,
    execute: () => execute(envelope, behaviour, product),
    refuse: (code, words) =>
      refused(code === undefined ? SYSTEM_ERROR : refusal(behaviour.definition, code, words)),
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
  { header, body }: Envelope,
  behaviour: EnvelopeBehaviour<O>,
  { NodeID, orders, world }: EnvelopeProduct<O>,
): Reply {
  const { definition } = behaviour;
  const refused = (reason: Refusal) => refusedReply(header, reason);
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
  const result = behaviour.execute({ fields: checked.fields, caller, operation: definition, orders, world });
  if (result instanceof Refusal) return refused(result);
  if (result instanceof HtmlPage) {
    return { summary: 'a page', render: () => ({ body: result.write(), contentType: 'text/html' }) };
  }
  return {
    summary: `STATUS ${result['STATUS'] as string}`,
    render: (flaw) =>
      signedEnvelope(
        replyHeader(header, {
          CommandID: definition.replyCommandId ?? definition.commandId + 0x8000,
          RetCode: 1,
          ErrorMsg: '',
        }),
        withFlaw(definition, result, flaw),
        { md5Key: caller.md5Key, flaw, duplicate: duplicateField(definition), escapesUnicode: true },
      ),
  };
}

/** Who sent it, and the key that goes first: the agent's in agent mode [M] 快捷 3.1. */
function callerOf(header: Readonly<Record<string, string>>): EnvelopeCaller | undefined {
  const { MERNO, TERMNO, md5Key, agent } = merchants.mmsp;
  if (header['MERNO'] !== MERNO || header['TERMNO'] !== TERMNO) return undefined;
  const AGENTNO = header['AGENTNO'] ?? '';
  if (AGENTNO === '') return { MERNO, TERMNO, AGENTNO, md5Key };
  return AGENTNO === agent.AGENTNO ? { MERNO, TERMNO, AGENTNO, md5Key: agent.md5Key } : undefined;
}

/** A reply's header repeats the request's; an empty agent number comes back as `null` [M]. */
function replyHeader(
  { SeqID, NodeType, NodeID, AGENTNO = '', MERNO, TERMNO }: Readonly<Record<string, string>>,
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

/** 统一否定应答 0x8000: unsigned, without a body. */
function refusedReply(header: Readonly<Record<string, string>>, { code, message }: Refusal): Reply {
  const ErrorMsg = code === '' || code === '0' ? message : `[${code}] ${message}`;
  const reply = { ...replyHeader(header, { CommandID: 0x8000, RetCode: 0, ErrorMsg }), Body: '', Sign: '' };
  return {
    summary: ErrorMsg,
    render: () => ({ body: JSON.stringify(reply), contentType: 'application/json' }),
  };
}
