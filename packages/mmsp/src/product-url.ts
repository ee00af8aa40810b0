import { ConfigurationError, isHttpUrl, isSecureUrl } from '@yinjian/provider-kit';

/** Where a product is. The platform tells each merchant on opening (开户信). */
export interface ProductAddress {
  readonly url: string;
  /**
   * Lets requests travel over plain http, where anyone on the way can read and change whatever is not encrypted and
   * signed. Payouts are documented for http [M] 代付 4.1. Default: false.
   */
  readonly allowPlainHttp?: boolean;
}

/** @throws ConfigurationError */
export function checkProductUrl({ url, allowPlainHttp = false }: ProductAddress): void {
  if (typeof url === 'string' && (allowPlainHttp ? isHttpUrl(url) : isSecureUrl(url))) return;
  const message = allowPlainHttp
    ? 'must be an absolute http or https URL'
    : 'must be an https URL (plain http needs allowPlainHttp, except on this machine)';
  throw new ConfigurationError([{ path: 'url', code: 'invalid_value', message }]);
}
