import type { Product } from '../operation.ts';

/** What differs between the envelopes of the products. */
export interface EnvelopeDialect {
  /** Text or numbers, as the product's sample prints them. */
  readonly header: {
    readonly SeqID: string | number;
    readonly NodeType: string | number;
    readonly NodeID: string;
  };
  /** The body's fields for the reason of a failure. */
  readonly reason: { readonly code: string; readonly message: string };
}

/** The products that speak in envelopes. */
export type EnvelopeProduct = Exclude<Product, 'payout'>;

/** Where a sample and a table differ, as for `NodeType` in scan pay [M] 扫码 3.1, the sample wins. */
const dialects: Record<EnvelopeProduct, EnvelopeDialect> = {
  quickPay: {
    header: { SeqID: '1', NodeType: '3', NodeID: 'openapi' },
    reason: { code: 'ERRCODE', message: 'ERRMSG' },
  },
  gateway: {
    header: { SeqID: 1, NodeType: 3, NodeID: 'openapi' },
    reason: { code: 'ERRCODE', message: 'ERRMSG' },
  },
  scanPay: {
    header: { SeqID: 1, NodeType: 1, NodeID: 'openplat' },
    reason: { code: 'ERR_CODE', message: 'ERR_CODE_MSG' },
  },
};

export function dialectOf({ product }: { readonly product: Product }): EnvelopeDialect {
  return dialects[product as EnvelopeProduct];
}
