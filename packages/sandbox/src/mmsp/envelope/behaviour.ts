import type { MmspOperation } from '@yinjian/mmsp';
import type { CheckedFields } from '../../internal/checked-fields.ts';
import type { Order, OrderBook } from '../../internal/order-book.ts';
import type { HtmlPage } from '../../internal/payer-page-html.ts';
import type { Refusal } from '../../internal/refusal.ts';
import type { World } from '../../internal/world.ts';

/** Who calls, once the signature has been found valid. */
export interface EnvelopeCaller {
  readonly MERNO: string;
  readonly TERMNO: string;
  /** Empty outside agent mode. */
  readonly AGENTNO: string;
  /** The key that signs whatever is sent to this caller. */
  readonly md5Key: string;
}

/** A call that is in order: signed, by a known merchant, every field as documented. */
export interface EnvelopeCall<Fields, O extends Order> {
  readonly fields: Fields;
  readonly caller: EnvelopeCaller;
  readonly operation: MmspOperation;
  readonly orders: OrderBook<O>;
  readonly world: World;
}

/** One row of a list in a reply. */
export type ReplyRow = Readonly<Record<string, string | number | undefined>>;

/** What a reply may say: fields of the definition, numbers where the platform writes them bare. */
export type ReplyFields<O> = O extends { readonly reply: infer Reply }
  ? { readonly [Name in keyof Reply]?: ReplyBody[string] }
  : never;

/** What a body may hold. */
export type ReplyBody = Readonly<Record<string, ReplyRow[string] | ReplyRow | readonly ReplyRow[]>>;

/** What the platform does with an operation: the body of its reply, a refusal in the header, or a page. */
export interface EnvelopeBehaviour<O extends Order> {
  readonly definition: MmspOperation;
  execute(call: EnvelopeCall<unknown, O>): ReplyBody | Refusal | HtmlPage;
}

/** Keeps the names of request and reply fields under the control of the definition. */
export function envelopeBehaviour<O extends Order, Definition extends MmspOperation>(
  definition: Definition,
  execute: (call: EnvelopeCall<CheckedFields<Definition>, O>) => ReplyFields<Definition> | Refusal,
): EnvelopeBehaviour<O> {
  return { definition, execute };
}
