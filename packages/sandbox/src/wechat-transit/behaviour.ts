import type { TransitOperation } from '@yinjian/wechat-transit';
import type { CheckedFields, ReplyFields } from '../internal/checked-fields.ts';
import type { Refusal } from '../internal/refusal.ts';
import type { World } from '../internal/world.ts';
import type { WechatTransitMerchant } from '../merchants.ts';
import type { Signature } from './message.ts';
import type { TransitOrderBook } from './order-book.ts';

/** An operation as the client side defines it, in both modes. */
export interface TransitDefinition {
  readonly partner: TransitOperation;
  readonly direct: TransitOperation;
}

/** The fields of a request in either mode. */
export type TransitFields<Definition extends TransitDefinition> = CheckedFields<Definition['direct']> & {
  readonly sub_mch_id?: string;
  readonly sub_appid?: string;
};

/** Who calls, once the signature has been found valid. */
export interface TransitCaller extends Signature {
  readonly merchant: WechatTransitMerchant;
  readonly sub_mch_id: string | undefined;
  readonly sub_appid: string | undefined;
}

/** A call that is in order: signed, by a known merchant, every field as documented. */
export interface TransitCall<Fields> {
  readonly fields: Fields;
  readonly caller: TransitCaller;
  readonly operation: TransitOperation;
  readonly orders: TransitOrderBook;
  readonly world: World;
}

/** What the platform does with an operation. The reply's envelope is added to what `execute` returns. */
export interface TransitBehaviour {
  readonly definition: TransitDefinition;
  execute(call: TransitCall<unknown>): Readonly<Record<string, string | number | undefined>> | Refusal;
}

/** Keeps the names of request and reply fields under the control of the definition. */
export function behaviour<Definition extends TransitDefinition>(
  definition: Definition,
  execute: (call: TransitCall<TransitFields<Definition>>) => ReplyFields<Definition['direct']> | Refusal,
): TransitBehaviour {
  return { definition, execute };
}

/** Under whose numbers an order stands: in partner mode, the sub-merchant's. */
export function merchantOf({ merchant, sub_mch_id }: TransitCaller): string {
  return sub_mch_id === undefined ? merchant.mch_id : `${merchant.mch_id}/${sub_mch_id}`;
}
