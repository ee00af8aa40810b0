import type { ParsedJson } from '@yinjian/protocol-codec';
import type * as v from 'valibot';
import type { WireFields } from './request-fields.ts';
import type { Title } from './title.ts';

/**
 * Who gives a field its value, and how far a reply's field is relied on.
 *
 * - `required`, `optional`: the caller must, may.
 * - `filled`: the caller may; otherwise the client makes one up (a nonce, the time).
 * - `provided`: only the client, from its configuration.
 * - `relied`: in a reply or notification, the outcome rests on it: without it nothing is concluded.
 * - `settled`: the same, for a reply that says that it happened.
 */
export type FieldUse = 'required' | 'optional' | 'filled' | 'provided' | 'relied' | 'settled';

/** What kind of text stands on the wire. An `object` travels as JSON text; a `list` is only received. */
export type FieldType = 'string' | 'integer' | 'fen' | 'time' | 'code' | 'url' | 'object' | 'list';

/** A value as it stands in a message: number lexemes are kept as strings. */
export type WireValue = ParsedJson;

/**
 * One row of a field table of the documents, in both directions. It says what a value must be and leaves the checking to
 * whoever sends: a program that only reads carries none of it.
 */
export interface Field<Input = unknown, Data = unknown, Use extends FieldUse = FieldUse> {
  /** Checks what a caller gives, where its type does not tell how; the output is what goes on the wire. */
  readonly encode?: v.GenericSchema<Input, string>;
  /** Reads what came over the wire: `undefined` where it cannot be read. */
  readonly decode: (value: unknown) => Data | undefined;
  /** Who gives the value, or how far it is relied on. */
  readonly use: Use;
  /** Whether the documents require it. */
  readonly presence: 'required' | 'conditional' | 'optional';
  /** What kind of text stands on the wire. */
  readonly type: FieldType;
  /** In characters. A longer value is refused. */
  readonly maxLength?: number;
  /** In characters: the table's limit where longer values occur in practice. A longer value is sent, with a warning. */
  readonly documentedLength?: number;
  /** How a value is written, in letters: of a time, always China Standard Time, `yyyyMMddHHmmss`. Any one of them. */
  readonly formats?: readonly string[];
  /** What the whole value of a text must match, and how that is said in words. Without the flags `g` and `y`. */
  readonly pattern?: readonly [RegExp, string];
  /** The least and the greatest number that is sent. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** Of a conditional field: when the documents want it, where neither the cases of the request nor a choice tell. */
  readonly condition?: Title;
  readonly title: Title;
  /** Personal or card data: never shown by a hook or an error. */
  readonly sensitive: boolean;
  /** Other spellings under which the platform sends it. */
  readonly aliases: readonly string[];
  /** The documented values of a `code` field. */
  readonly values?: Readonly<Record<string, Title>>;
  /** The table of an `object` field, or of each row of a `list`. */
  readonly fields?: Fields;
  /** Of an `object` that is sent: turns its values, checked and in the order of its table, into the text. */
  readonly write?: (values: WireFields) => string;
  /** What makes a wire value doubtful that is sent all the same: in words for a warning, without the value. */
  readonly doubt?: (value: string, now: Date) => string | undefined;
  /** Differs from one attempt to the next: no part of what an order number stands for. */
  readonly perAttempt?: boolean;
  /** Makes the value of a `filled` field. */
  readonly fill?: (context: FillContext) => Input;
}

/** What a `filled` field may draw on. */
export interface FillContext {
  /** The client's clock. */
  readonly now: () => Date;
  /** 32 characters of base62, different each time. */
  readonly nonce: () => string;
}

/** A field table, by wire name. */
export type Fields = Readonly<Record<string, Field>>;
