import type { Fields, Operation, RequestFields } from '@yinjian/provider-kit';

/** The products of the platform; each has an address of its own. */
export type Product = 'payout' | 'quickPay';

/** An operation of the platform, told from others by its command id. */
export interface MmspOperation<Request extends RequestFields = RequestFields, Reply extends Fields = Fields>
  extends Operation<Request, Reply> {
  readonly product: Product;
  readonly commandId: number;
}

/** Keeps the exact types of a definition. */
export function defineOperation<const Request extends RequestFields, Reply extends Fields>(
  operation: MmspOperation<Request, Reply>,
): MmspOperation<Request, Reply> {
  return operation;
}
