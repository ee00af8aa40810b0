import type { Wire } from './faults.ts';
import type { Ledger } from './order-book.ts';
import type { Incoming } from './reply.ts';

/** One address of a product. */
export interface Route {
  readonly path: string;
  /** For the overview. */
  readonly title: string;
  /** Reads a request; never throws for what is in it. */
  readonly receive: (bytes: Uint8Array) => Incoming;
}

/** One product of a platform: its addresses and its orders. */
export interface Product {
  readonly wire: Wire;
  /** The names of the operations it serves. */
  readonly operations: readonly string[];
  readonly routes: readonly Route[];
  readonly orders: Ledger;
}
