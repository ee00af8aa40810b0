import type { MmspOperation } from '@yinjian/mmsp';
import type { CheckedFields, ReplyFields } from '../../internal/checked-fields.ts';
import type { Refusal } from '../../internal/refusal.ts';
import type { World } from '../../internal/world.ts';
import type { PayoutOrderBook } from './order-book.ts';

/** A call that is in order: decrypted, signed, by a known merchant, every field as documented. */
export interface PayoutCall<Fields> {
  readonly fields: Fields;
  readonly operation: MmspOperation;
  readonly orders: PayoutOrderBook;
  readonly world: World;
}

/** What is encrypted in a reply. */
export type PayoutResult = Readonly<Record<string, string | number | readonly never[] | undefined>>;

/** What the platform does with an operation: what is encrypted in its reply, or a refusal in the clear. */
export interface PayoutBehaviour {
  readonly definition: MmspOperation;
  execute(call: PayoutCall<unknown>): PayoutResult | Refusal;
}

/** Keeps the names of request and reply fields under the control of the definition. */
export function payoutBehaviour<Definition extends MmspOperation>(
  definition: Definition,
  execute: (call: PayoutCall<CheckedFields<Definition>>) => ReplyFields<Definition> | Refusal,
): PayoutBehaviour {
  return { definition, execute };
}
