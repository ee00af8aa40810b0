import { type ClientOptions, ConfigurationError } from '@yinjian/provider-kit';
import type { EnvelopeCredentials } from './credentials.ts';
import { createPayoutClient, type PayoutClient, type PayoutClientOptions } from './payout/client.ts';
import type { ProductAddress } from './product-url.ts';
import { createQuickPayClient, type QuickPayClient } from './quick-pay/client.ts';

/** Each product has an address of its own; configure those the merchant has opened. */
export interface MmspClientOptions extends Partial<EnvelopeCredentials>, ClientOptions {
  /** 商户号. */
  readonly MERNO: string;
  /** 快捷支付. Needs `TERMNO` and `md5Key`. */
  readonly quickPay?: ProductAddress;
  /** 代付. */
  readonly payout?: Omit<PayoutClientOptions, keyof ClientOptions | 'MERNO'>;
}

/** Has the products that were configured. */
export type MmspClient<Options> = (Options extends { readonly quickPay: object }
  ? { readonly quickPay: QuickPayClient }
  : unknown) &
  (Options extends { readonly payout: object } ? { readonly payout: PayoutClient } : unknown);

/**
 * A client for the MMSP open platform. To bundle one product alone, use `createQuickPayClient` or
 * `createPayoutClient`.
 *
 * @throws ConfigurationError naming the unusable options.
 * @example
 * ```ts
 * const client = createMmspClient({ MERNO, TERMNO, md5Key, quickPay: { url: 'https://…' } });
 * const outcome = await client.quickPay.query({ MERORDERID: '20260101000001' });
 * ```
 */
export function createMmspClient<const Options extends MmspClientOptions>(
  options: Options,
): MmspClient<Options> {
  const { quickPay, payout, ...common }: MmspClientOptions = options;
  const products = {
    quickPay:
      quickPay &&
      named('quickPay', quickPay, () =>
        createQuickPayClient({ TERMNO: '', md5Key: '', ...common, ...quickPay }),
      ),
    payout: payout && named('payout', payout, () => createPayoutClient({ ...common, ...payout })),
  };
  const client = {};
  for (const [name, product] of Object.entries(products)) {
    Object.defineProperty(client, name, {
      enumerable: product !== undefined,
      get: () => product ?? notConfigured(name),
    });
  }
  return client as MmspClient<Options>;
}

/** Says of an issue under which product the option stands that it speaks of. */
function named<Product>(product: string, options: object, create: () => Product): Product {
  try {
    return create();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    throw new ConfigurationError(
      error.issues.map((issue) =>
        issue.path in options ? { ...issue, path: `${product}.${issue.path}` } : issue,
      ),
    );
  }
}

function notConfigured(product: string): never {
  const message = 'is required: createMmspClient was called without it';
  throw new ConfigurationError([{ path: product, code: 'missing', message }]);
}
