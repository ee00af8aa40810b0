import {
  ConfigurationError,
  type ErrorCodes,
  type Fields,
  type Operation,
  type RequestFields,
  type UnknownCause,
  type WireFields,
} from '@yinjian/provider-kit';

/** The products of the platform; each has an address of its own. */
export type Product = 'payout' | 'quickPay' | 'scanPay' | 'gateway';

/** An operation of the platform, told from others by its command id. */
export interface MmspOperation<
  Request extends RequestFields = RequestFields,
  Reply extends Fields = Fields,
  Name extends string = string,
  Of extends Product = Product,
> extends Operation<Request, Reply, Name> {
  /** The product whose address it is sent to. */
  readonly product: Of;
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
  const Of extends Product,
>(operation: MmspOperation<Request, Reply, Name, Of>): MmspOperation<Request, Reply, Name, Of> {
  return operation;
}

/** Any operation of one product. */
export type OperationOf<Of extends Product> = MmspOperation<RequestFields, Fields, string, Of>;

/**
 * Whoever does not check types could build a message for the address of another product.
 *
 * @throws ConfigurationError for anything but an operation of the product.
 */
export function checkProduct(product: Product, operation: MmspOperation): void {
  const given: Partial<MmspOperation> = operation ?? {};
  if (given.product === product) return;
  const message =
    given.product === undefined
      ? 'must be an operation'
      : `is one of ${given.product}: it cannot be used with ${product}`;
  const code = given.product === undefined ? 'wrong_type' : 'conflict';
  throw new ConfigurationError([{ path: 'operation', code, message }]);
}
