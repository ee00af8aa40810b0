import type { Fields } from './field.ts';
import type { NextStep, Outcome } from './outcome.ts';
import type { DataOf, SucceededDataOf } from './reply-fields.ts';
import type { InputOf, RequestFields } from './request-fields.ts';
import type { Title } from './title.ts';
import type { ErrorCodes, States } from './verdict.ts';

/**
 * One operation of a platform, as data: everything that is particular to it and nothing that is general. The client
 * method and its types, the sandbox's endpoint, the reference tables and the help texts come from here.
 */
export interface Operation<
  Request extends RequestFields = RequestFields,
  Reply extends Fields = Fields,
  Name extends string = string,
> {
  /** `product.method`, unique within the platform. */
  readonly name: Name;
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
  /** `false` where the platform may execute the very same request twice: a client does not repeat it. */
  readonly repeatable?: false;
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
