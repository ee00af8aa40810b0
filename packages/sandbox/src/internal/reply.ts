import type { Operation } from '@yinjian/provider-kit';

/** What can be wrong inside a reply, as opposed to the way it travels. */
export type ReplyFlaw =
  | 'wrong-signature'
  | 'no-signature'
  | 'duplicate-fields'
  | 'another-order'
  | 'undocumented-state'
  | 'doctype'
  | 'other-algorithm'
  | 'wrong-encryption';

/** A reply as text, ready to travel. */
export interface RenderedReply {
  readonly body: string;
  readonly contentType: string;
}

/** What an operation answers, before it is put on the wire. */
export interface Reply {
  /** In a few words, for the log. */
  readonly summary: string;
  render(flaw?: ReplyFlaw): RenderedReply;
}

/** A request, once it is known which operation it asks for. */
export interface Incoming {
  /** The operation; `undefined` where that could not be read. */
  readonly operation: string | undefined;
  /** Whether the platform demands the merchant's TLS client certificate for it. */
  readonly needsCertificate: boolean;
  /** Checks the request and, where nothing is wrong with it, does what it asks. */
  execute(): Reply;
  /** Refuses it with one of the platform's codes; without one, as the platform does when it is out of order. */
  refuse(code?: string, message?: string): Reply;
}

type Values<Value> = Readonly<Record<string, Value>>;

/** A properly signed reply that says something it should not. */
export function withFlaw<Value>(
  operation: Operation,
  fields: Values<Value>,
  flaw: ReplyFlaw | undefined,
): Values<Value | string> {
  if (flaw === 'undocumented-state') return { ...fields, [operation.states.field]: '9' };
  const name = flaw === 'another-order' ? numberIn(operation, fields) : undefined;
  return name === undefined ? fields : { ...fields, [name]: otherNumber(String(fields[name])) };
}

/** Which of the fields says whose or which order a reply is about. */
export function numberIn(
  { orderField = '', echoes }: Pick<Operation, 'orderField' | 'echoes'>,
  fields: Readonly<Record<string, unknown>>,
): string | undefined {
  return [orderField, ...echoes].find((name) => fields[name] !== undefined && fields[name] !== '');
}

function otherNumber(value: string): string {
  return `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`;
}

/** The field that a reply with duplicate fields has twice, and what it says the second time. */
export function duplicateField({ states }: Operation): readonly [name: string, value: string] {
  return [states.field, Object.keys(states.values).at(-1) ?? ''];
}
