import type { Field, Fields, FieldType } from './field.ts';
import type { NextStep, Outcome } from './outcome.ts';
import type { DataOf, SucceededDataOf } from './reply-fields.ts';
import type { InputOf, RequestFields } from './request-fields.ts';
import type { Title } from './title.ts';
import type { ErrorCodes, States } from './verdict.ts';

/**
 * One operation of a platform, as data: everything that is particular to it and nothing that is general. The client
 * method and its types, the sandbox's endpoint, the reference tables and the help texts come from here.
 */
export interface Operation<Request extends RequestFields = RequestFields, Reply extends Fields = Fields> {
  /** `product.method`, unique within the platform. */
  readonly name: string;
  /** The operation's name in the documents. */
  readonly title: Title;
  /** Where it is written, for example `[M] 快捷 5.3`. */
  readonly section: string;
  /** Whether the platform has opened it to merchants. */
  readonly open: boolean;
  /** Whether executing it can move money. */
  readonly movesMoney: boolean;
  /** Whether the platform demands the merchant's TLS client certificate. */
  readonly needsCertificate: boolean;
  /** The request field that names the order, where there is one. */
  readonly orderField?: string;
  /**
   * - `create`: creates the order that `orderField` names; that number must never be sent with other parameters.
   * - `query`: asks. A refused question says nothing about the order, so it never ends `failed` for being refused.
   * - `act`: does something to what exists: confirms, cancels, binds.
   */
  readonly role: 'create' | 'query' | 'act';
  /** The table of the request. */
  readonly request: Request;
  /** The table of the reply. */
  readonly reply: Reply;
  /** The fields that a reply must repeat exactly as they were sent, where it carries them. */
  readonly echoes: readonly string[];
  /** What the reply's state field means. */
  readonly states: States;
  /** The error table that applies, by the platform's code. */
  readonly errors: ErrorCodes;
  /** How to find out when the outcome is unknown. */
  readonly whenUnknown: NextStep;
}

/** The input of an operation's client method. */
export type OperationInput<O> = O extends { readonly request: infer Request } ? InputOf<Request> : never;

/** The data of an operation's verified reply. */
export type OperationData<O> = O extends { readonly reply: infer Reply extends Fields }
  ? DataOf<Reply>
  : never;

/** What a call of an operation comes to. */
export type OperationOutcome<O> = O extends { readonly reply: infer Reply extends Fields }
  ? Outcome<DataOf<Reply>, SucceededDataOf<Reply>>
  : never;

/** One row of a field table, for documentation and tools. */
export interface FieldDescription {
  readonly name: string;
  readonly presence: Field['presence'];
  readonly type: FieldType;
  /** In characters. A longer value is refused. */
  readonly maxLength?: number;
  /** In characters. A longer value is sent, with a warning. */
  readonly documentedLength?: number;
  readonly title: Title;
  /** The documented values of a code field. */
  readonly values?: Readonly<Record<string, Title>>;
  /** The table of an object, or of each row of a list. */
  readonly fields?: readonly FieldDescription[];
  /** Personal or card data. */
  readonly sensitive: boolean;
  /** What the client does about it: `sets` it from its configuration, or `fills` it where the caller gives nothing. */
  readonly client?: 'sets' | 'fills';
}

/** The field table of a request, its cases included: a field that not every case has is conditional. */
export function describeRequest({ fields, cases }: RequestFields): FieldDescription[] {
  const rows = new Map(Object.entries(fields).map(([name, field]) => [name, describe(name, field)]));
  const tables = Object.values(cases?.of ?? {});
  for (const [name, field] of tables.flatMap((table) => Object.entries(table))) {
    if (rows.has(name)) continue;
    const isAlike = tables.every((table) => table[name]?.presence === field.presence);
    rows.set(name, { ...describe(name, field), ...(isAlike ? {} : { presence: 'conditional' }) });
  }
  return [...rows.values()];
}

/** The field table of a reply or notification. */
export function describeReply(reply: Fields): FieldDescription[] {
  return Object.entries(reply).map(([name, field]) => describe(name, field));
}

function describe(name: string, field: Field): FieldDescription {
  const { presence, type, maxLength, documentedLength, title, values, fields, sensitive } = field;
  return {
    name,
    presence,
    type,
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(documentedLength === undefined ? {} : { documentedLength }),
    title,
    ...(values === undefined ? {} : { values }),
    ...(fields === undefined ? {} : { fields: describeReply(fields) }),
    sensitive,
    ...clientPart(field),
  };
}

function clientPart({ use }: Field): Pick<FieldDescription, 'client'> {
  if (use === 'provided') return { client: 'sets' };
  return use === 'filled' ? { client: 'fills' } : {};
}
