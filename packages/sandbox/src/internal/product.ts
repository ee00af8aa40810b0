import type { MmspOperation } from '@yinjian/mmsp';
import type { Title } from '@yinjian/provider-kit';
import type { TransitOperation } from '@yinjian/wechat-transit';
import type { ProductName } from '../order-record.ts';
import type { Wire } from './faults.ts';
import type { Ledger } from './order-book.ts';
import type { Incoming } from './reply.ts';

/** One address of a product. */
export interface Route {
  readonly path: string;
  /** Reads a request; never throws for what is in it. */
  readonly receive: (bytes: Uint8Array) => Incoming;
}

/** An operation as its provider defines it; one that exists in two modes is two. */
export type ServedOperation = MmspOperation | TransitOperation;

/** One product of a platform: its operations, addresses and orders. */
export interface Product {
  readonly name: ProductName;
  readonly title: Title;
  readonly wire: Wire;
  readonly operations: readonly ServedOperation[];
  readonly routes: readonly Route[];
  readonly orders: Ledger;
}
