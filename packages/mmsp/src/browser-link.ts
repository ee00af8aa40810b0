import type { Fields, Title } from '@yinjian/provider-kit';
import type { Product } from './operation.ts';

/** An address that the payer's browser opens, as data. Nothing in it is signed. */
export interface BrowserLink {
  /** `product.function`, after what makes or reads it. */
  readonly name: string;
  readonly product: Product;
  readonly title: Title;
  /** Where it is written, for example `[M] 扫码 10.1`. */
  readonly section: string;
  /** Whose address it is. What the browser brings along to the merchant's proves nothing. */
  readonly to: 'platform' | 'merchant';
  /** Its parameters. */
  readonly fields: Fields;
}
