import { ConfigurationError } from './errors.ts';
import type { HttpRequest } from './exchange.ts';
import type { Operation } from './operation.ts';
import type { WireFields } from './request-fields.ts';

/** What a request sent, for the reader of its reply alone: nothing shows it, no log and no JSON. */
export class SentFields<Name extends string = string> {
  /** The operation's name. */
  readonly operation: Name;
  readonly #fields: WireFields;

  constructor(operation: Name, fields: WireFields) {
    this.operation = operation;
    this.#fields = fields;
  }

  /**
   * The fields, for the provider that reads the reply.
   *
   * @throws ConfigurationError for anything but what the request of this operation was built with.
   */
  static fieldsOf({ name }: Pick<Operation, 'name'>, sent: SentFields): WireFields {
    const isSent = typeof sent === 'object' && sent !== null && #fields in sent;
    if (isSent && sent.operation === name) return sent.#fields;
    const message = isSent ? `is of another operation than ${name}` : 'must be what buildRequest returned';
    throw new ConfigurationError([{ path: 'sent', code: isSent ? 'conflict' : 'wrong_type', message }]);
  }
}

/** A request, for somebody else to send, and what the reader of its reply has to know of it. */
export interface BuiltRequest<Name extends string = string> {
  readonly request: HttpRequest;
  /** For `readReply`: a reply that speaks of another order is not believed. */
  readonly sent: SentFields<Name>;
}
