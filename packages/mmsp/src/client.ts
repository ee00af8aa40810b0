import { type ClientOptions, checkConfiguration, misspeltOptions } from '@yinjian/provider-kit';
import { type EnvelopeCredentials, numberIssues } from './credentials.ts';
import { createGatewayClient, type GatewayClient, type GatewayClientOptions } from './gateway/client.ts';
import { checkObject, refuse } from './internal/configuration-issues.ts';
import { configureProduct, namingOnce, onlyNamed } from './internal/configure-product.ts';
import { COMMON_OPTIONS, MERCHANT_OPTIONS } from './internal/option-names.ts';
import { createPayoutClient, type PayoutClient, type PayoutClientOptions } from './payout/client.ts';
import type { ProductAddress } from './product-url.ts';
import { createQuickPayClient, type QuickPayClient, type QuickPayClientOptions } from './quick-pay/client.ts';
import { createScanPayClient, type ScanPayClient, type ScanPayClientOptions } from './scan-pay/client.ts';

/** Each product has an address of its own; configure those the merchant has opened. */
export interface MmspClientOptions extends Partial<EnvelopeCredentials>, ClientOptions {
  /** 商户号. */
  readonly MERNO: string;
  /** 快捷支付. Needs `TERMNO` and `md5Key`. */
  readonly quickPay?: ProductAddress;
  /** 扫码支付. Needs `TERMNO` and `md5Key`; `cancel` and `refund` also `certificateFetch`. */
  readonly scanPay?: Omit<ScanPayClientOptions, keyof ClientOptions | keyof EnvelopeCredentials>;
  /** 网关支付. Needs `TERMNO` and `md5Key`. */
  readonly gateway?: ProductAddress;
  /** 代付. */
  readonly payout?: Omit<PayoutClientOptions, keyof ClientOptions | 'MERNO'>;
}

/** Has the products that were configured; of options that may have a product or not, a client that may. */
export type MmspClient<Options> = Configured<Options, 'quickPay', QuickPayClient> &
  Configured<Options, 'scanPay', ScanPayClient> &
  Configured<Options, 'gateway', GatewayClient> &
  Configured<Options, 'payout', PayoutClient>;

type Configured<Options, Name extends string, Client> = Options extends { readonly [N in Name]: object }
  ? { readonly [N in Name]: Client }
  : Name extends keyof Options
    ? { readonly [N in Name]: Client | undefined }
    : unknown;

/**
 * A client for the MMSP open platform. To bundle one product alone, use `createQuickPayClient`,
 * `createScanPayClient`, `createGatewayClient` or `createPayoutClient`.
 *
 * @throws ConfigurationError naming every unusable option, those of a product under its name: `payout.url`.
 * @example
 * ```ts
 * const client = createMmspClient({ MERNO, TERMNO, md5Key, quickPay: { url: 'https://…' } });
 * const outcome = await client.quickPay.query({ MERORDERID: '20260101000001' });
 * ```
 */
export function createMmspClient<const Options extends MmspClientOptions>(
  options: Options,
): MmspClient<Options> {
  const { quickPay, scanPay, gateway, payout, ...common }: MmspClientOptions = checkObject(
    'options',
    options,
  );
  const shared = onlyNamed(common, COMMON_OPTIONS);
  const [, , quickPayClient, scanPayClient, gatewayClient, payoutClient] = namingOnce(() =>
    checkConfiguration(
      () => refuse(numberIssues('MERNO', common.MERNO)),
      () => refuse(misspeltOptions(common, COMMON_OPTIONS)),
      () =>
        configureProduct('quickPay', quickPay, (address) =>
          createQuickPayClient({ ...shared, ...address } as QuickPayClientOptions),
        ),
      () =>
        configureProduct('scanPay', scanPay, (product) =>
          createScanPayClient({ ...shared, ...product } as ScanPayClientOptions),
        ),
      () =>
        configureProduct('gateway', gateway, (address) =>
          createGatewayClient({ ...shared, ...address } as GatewayClientOptions),
        ),
      () =>
        configureProduct('payout', payout, (product) =>
          createPayoutClient({ ...onlyNamed(common, MERCHANT_OPTIONS), ...product }),
        ),
    ),
  );
  const client = {
    ...(quickPayClient === undefined ? {} : { quickPay: quickPayClient }),
    ...(scanPayClient === undefined ? {} : { scanPay: scanPayClient }),
    ...(gatewayClient === undefined ? {} : { gateway: gatewayClient }),
    ...(payoutClient === undefined ? {} : { payout: payoutClient }),
  };
  return client as MmspClient<Options>;
}
