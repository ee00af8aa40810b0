import { type Issue, isHttpUrl, isSecureUrl } from '@yinjian/provider-kit';
import { flagIssues, refuse } from './internal/configuration-issues.ts';

/** Where a product is. The platform tells each merchant on opening (开户信). */
export interface ProductAddress {
  /** An absolute https URL; http only on this machine, or with `allowPlainHttp`. */
  readonly url: string;
  /**
   * Lets requests travel over plain http, where anyone on the way can read and change whatever is not encrypted and
   * signed. Payouts are documented for http [M] 代付 4.1. Default: false.
   */
  readonly allowPlainHttp?: boolean;
}

/**
 * The address, fit to be sent to.
 *
 * @throws ConfigurationError with every mistake at once.
 */
export function checkProductUrl({ url, allowPlainHttp }: ProductAddress): string {
  refuse([...urlIssues(url, allowPlainHttp === true), ...flagIssues('allowPlainHttp', allowPlainHttp)]);
  return url;
}

/** What is wrong with the address of a product. */
export function urlIssues(url: unknown, allowPlainHttp: boolean): Issue[] {
  const path = 'url';
  if (url === undefined) return [{ path, code: 'missing', message: 'is required' }];
  if (typeof url === 'string' && (allowPlainHttp ? isHttpUrl(url) : isSecureUrl(url))) return [];
  const message = allowPlainHttp
    ? 'must be an absolute http or https URL without a user name'
    : 'must be an https URL without a user name (plain http needs allowPlainHttp, except on this machine)';
  return [{ path, code: 'invalid_value', message }];
}
