import type {
  ErrorCodes,
  Fields,
  Operation,
  RequestFields,
  UnknownCause,
  WireFields,
} from '@yinjian/provider-kit';

/** The products of the platform; each has an address of its own. */
export type Product = 'payout' | 'quickPay' | 'scanPay' | 'gateway';

/** An operation of the platform, told from others by its command id. */
export interface MmspOperation<
  Request extends RequestFields = RequestFields,
  Reply extends Fields = Fields,
  Name extends string = string,
> extends Operation<Request, Reply, Name> {
  /** The product whose address it is sent to. */
  readonly product: Product;
  /** `CommandID` in an envelope, `CMDID` of a payout. The documents print it in hex; it travels in decimal. */
  readonly commandId: number;
  /** The id of the reply, where it may be another than the request's plus 0x8000. */
  readonly replyCommandId?: number;
  /** What makes a reply unbelievable that reports success, where it contradicts itself or the request. */
  readonly contradiction?: (
    data: Readonly<Record<string, unknown>>,
    sent: WireFields,
  ) => UnknownCause | undefined;
  /** What an envelope's header refuses with, where a row means more to this operation than to others. */
  readonly headerErrors?: ErrorCodes;
}

/** Keeps the exact types of a definition. */
export function defineOperation<
  const Request extends RequestFields,
  Reply extends Fields,
  const Name extends string,
>(operation: MmspOperation<Request, Reply, Name>): MmspOperation<Request, Reply, Name> {
  return operation;
}
