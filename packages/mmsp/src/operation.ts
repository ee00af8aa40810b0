import type { Fields, Operation, RequestFields } from '@yinjian/provider-kit';

/** The products of the platform; each has an address of its own. */
export type Product = 'payout' | 'quickPay' | 'scanPay' | 'gateway';

/** An operation of the platform, told from others by its command id. */
export interface MmspOperation<Request extends RequestFields = RequestFields, Reply extends Fields = Fields>
  extends Operation<Request, Reply> {
  /** The product whose address it is sent to. */
  readonly product: Product;
  /** `CommandID` in an envelope, `CMDID` of a payout. The documents print it in hex; it travels in decimal. */
  readonly commandId: number;
  /** The id of the reply, where it may be another than the request's plus 0x8000. */
  readonly replyCommandId?: number;
}

/** Keeps the exact types of a definition. */
export function defineOperation<const Request extends RequestFields, Reply extends Fields>(
  operation: MmspOperation<Request, Reply>,
): MmspOperation<Request, Reply> {
  return operation;
}
