import type { JsonObjectTree } from '@yinjian/protocol-codec';
import type { SourceText } from '../internal/source-text.ts';

/** What is left of a message when all that surrounds it is taken off: what `explain` and `diagnose` work on. */
export type Subject = EnvelopeSubject | PayoutSubject | PayoutPlaintextSubject | WechatSubject;

/** An MMSP envelope, or a body alone. */
export interface EnvelopeSubject {
  readonly kind: 'envelope';
  /** The JSON text that was read, the envelope's or the body's. */
  readonly source: SourceText;
  /** Absent where only a body was given. */
  readonly envelope?: JsonObjectTree;
  /** Absent where the message has none: `Body` is `""` in a general refusal. */
  readonly body?: JsonObjectTree;
  /** What the places in `body` count from: `source`, or, where `Body` is a JSON string, what that holds. */
  readonly bodySource: SourceText;
  /** Whether `Body` came as a JSON string that holds an object. */
  readonly isBodyText: boolean;
  /** The `Sign` of the message; empty where there is none. */
  readonly signature: string;
  /** Whether `AGENTNO` is filled: the agent's key signs. */
  readonly isAgentMode: boolean;
}

/** A payout as it travels. */
export interface PayoutSubject {
  readonly kind: 'payout';
  readonly source: SourceText;
  /** All of it, `RETCODE` and `RETMSG` of a reply included. */
  readonly envelope: JsonObjectTree;
  /** Base64; empty where there is none. */
  readonly encrypted: string;
  /** Base64; empty where there is none. */
  readonly signature: string;
}

/** What is or was encrypted in a payout. */
export interface PayoutPlaintextSubject {
  readonly kind: 'payout-plaintext';
  readonly source: SourceText;
  readonly fields: JsonObjectTree;
}

/** A message of WeChat Pay: its XML, or the text that is signed. */
export interface WechatSubject {
  readonly kind: 'wechat';
  readonly source: SourceText;
  /** In the order of the message, `sign` included. */
  readonly fields: ReadonlyMap<string, string>;
  /** Where each field stands in `source`, and its content as it is written there. */
  readonly written: ReadonlyMap<string, WrittenField>;
  /** The `sign` of the message; empty where there is none. */
  readonly signature: string;
  /** Whether the message is a signing text, not XML. */
  readonly isQuery: boolean;
}

export interface WrittenField {
  /** From `<` of the start tag to `>` of the end tag. */
  readonly start: number;
  readonly end: number;
  /** What stands between the tags. */
  readonly content: string;
}
