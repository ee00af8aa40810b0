import { ConfigurationError, isSecureUrl } from '@yinjian/provider-kit';

/** The platform's address; `https://api2.mch.weixin.qq.com` is its spare. */
const BASE_URL = 'https://api.mch.weixin.qq.com';

/**
 * What the path of an operation is appended to.
 *
 * @throws ConfigurationError
 */
export function checkBaseUrl(baseUrl: string = BASE_URL): string {
  if (!isSecureUrl(baseUrl)) refuse('must be an https URL; plain http is for this machine only');
  if (/[?#]/.test(baseUrl)) refuse('must have no query and no fragment');
  return baseUrl.replace(/\/+$/, '');
}

function refuse(message: string): never {
  throw new ConfigurationError([{ path: 'baseUrl', code: 'invalid_value', message }]);
}
