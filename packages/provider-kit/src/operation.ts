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
  readonly request: Request;
  readonly reply: Reply;
  /** The fields that a reply must repeat exactly as they were sent, where it carries them. */
  readonly echoes: readonly string[];
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
  /** In characters. */
  readonly maxLength?: number;
  readonly title: Title;
  /** The documented values of a code field. */
  readonly values?: Readonly<Record<string, Title>>;
  readonly sensitive: boolean;
}

/** The field table of a request, its cases included: a field that only some cases have is conditional. */
export function describeRequest(request: RequestFields): FieldDescription[] {
  const rows = new Map(Object.entries(request.fields).map(([name, field]) => [name, describe(name, field)]));
  for (const table of Object.values(request.cases?.of ?? {})) {
    for (const [name, field] of Object.entries(table)) {
      if (!rows.has(name)) rows.set(name, { ...describe(name, field), presence: 'conditional' });
    }
  }
  return [...rows.values()];
}

/** The field table of a reply or notification. */
export function describeReply(reply: Fields): FieldDescription[] {
  return Object.entries(reply).map(([name, field]) => describe(name, field));
}

function describe(name: string, field: Field): FieldDescription {
  const { presence, type, maxLength, title, values, sensitive } = field;
  return {
    name,
    presence,
    type,
    ...(maxLength === undefined ? {} : { maxLength }),
    title,
    ...(values === undefined ? {} : { values }),
    sensitive,
  };
}
