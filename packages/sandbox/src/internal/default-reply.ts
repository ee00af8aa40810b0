import { formatChinaTime } from '@yinjian/protocol-codec';
import type { Field, Operation, State, WireFields } from '@yinjian/provider-kit';

/** What a reply is made of that no behaviour has written. */
export interface ReplyValues {
  /** What the state field says. */
  readonly state: string;
  /** The platform's number of the order, or of what was done. */
  readonly number: string;
  /** In fen. */
  readonly amount: number;
  readonly isPaid: boolean;
  readonly now: Date;
  /** Where the payer pays, where there is such a place. */
  readonly url?: string | undefined;
}

type DefaultReply = Readonly<Record<string, string | readonly never[]>>;

/** What the operation answers first: the first of its states that is not a failure. */
export function firstState({ states }: Operation): readonly [value: string, state: State | undefined] {
  const documented = Object.entries(states.values);
  return (
    documented.find(([, { status }]) => status === 'succeeded' || status === 'pending') ??
    documented[0] ?? ['1', undefined]
  );
}

/**
 * A reply as the definition has it: the state, what the request said and the reply repeats, and something plausible for
 * whatever else a reply must carry.
 */
export function defaultReply(
  { reply, states }: Operation,
  sent: WireFields,
  values: ReplyValues,
): DefaultReply {
  const entries = Object.entries(reply).flatMap(([name, field]): [string, string | readonly never[]][] => {
    if (name === states.field) return [[name, values.state]];
    if (sent[name] !== undefined) return [[name, sent[name]]];
    if (values.url !== undefined && isAddress(name, field)) return [[name, values.url]];
    const isDue = field.use === 'relied' || field.use === 'settled' || field.presence === 'required';
    return isDue ? [[name, plausible(name, field, values)]] : [];
  });
  return Object.fromEntries(entries);
}

/** What a refused operation repeats: what is given, and what is relied on in any reply. */
export function refusedReply(operation: Operation, sent: WireFields, values: ReplyValues): DefaultReply {
  const isRelied = (name: string) => operation.reply[name]?.use === 'relied' || sent[name] !== undefined;
  return Object.fromEntries(
    Object.entries(defaultReply(operation, sent, values)).filter(([name]) => isRelied(name)),
  );
}

/** The state of a refusal: a failure where the operation has one, else what is least like a success. */
export function refusedState({ states }: Operation): string {
  const documented = Object.entries(states.values);
  const [value] =
    documented.find(([, { status }]) => status === 'failed') ??
    documented.find(([, { status }]) => status === 'unknown') ??
    documented.find(([, state]) => state.status === 'succeeded' && state.nothing !== undefined) ??
    [];
  return value ?? '2';
}

function isAddress(name: string, { type }: Field): boolean {
  return type === 'url' || /url$/i.test(name);
}

function plausible(
  name: string,
  field: Field,
  { number, amount, isPaid, now }: ReplyValues,
): string | readonly never[] {
  switch (field.type) {
    case 'fen':
      return String(amount);
    case 'integer':
      return '1';
    case 'code':
      return Object.keys(field.values ?? {})[0] ?? '1';
    case 'list':
      return [];
    case 'object':
      return '{}';
    case 'url':
    case 'string':
    case 'time':
      if (field.type !== 'time' && !/time|date/i.test(name)) return shortened(number, field);
      // Times of what has not happened are empty.
      return isPaid || !/^(?:pay|notify)/i.test(name) ? timeText(field, now) : '';
  }
}

/** The tables give 14 characters to the form without separators, none or 19 to the other. */
function timeText({ maxLength }: Field, now: Date): string {
  return formatChinaTime(now, maxLength === 14 ? 'yyyyMMddHHmmss' : 'yyyy-MM-dd HH:mm:ss');
}

/** The end of a number is what tells it from others. */
function shortened(number: string, { maxLength = number.length }: Field): string {
  return number.slice(-maxLength);
}

/** What an order is about, in fen: the first amount of the request; 0 where it has none. */
export function amountIn({ request }: Operation, fields: WireFields): number {
  const tables = [request.fields, ...Object.values(request.cases?.of ?? {})];
  const names = tables.flatMap((table) => Object.keys(table).filter((name) => table[name]?.type === 'fen'));
  return Number(names.map((name) => fields[name]).find((value) => value !== undefined) ?? 0);
}
