import { CLIENT_OPTIONS, ConfigurationError, type Issue, misspeltOptions } from '@yinjian/provider-kit';

/** HMAC-SHA256 is what the transit API expects unless told otherwise [W]; MD5 is for merchants set up for it. */
export type SignType = 'HMAC-SHA256' | 'MD5';

/**
 * Who is calling. In `partner` mode a service provider acts for its sub-merchants and signs with its own key; each
 * call then names the `sub_mch_id`. In `direct` mode a merchant acts for itself.
 */
export interface Credentials {
  /** For a service provider `partner`, for a merchant acting for itself `direct`. */
  readonly mode: 'partner' | 'direct';
  /** 公众账号 ID of the service provider (partner) or the merchant (direct). */
  readonly appid: string;
  /** Merchant number of the service provider (partner) or the merchant (direct). */
  readonly mch_id: string;
  /** The API key of `mch_id`, 32 letters and digits. Partner mode never uses the sub-merchant's key. */
  readonly key: string;
  /** For requests, replies and notices alike; no message can choose another. Default: `HMAC-SHA256`. */
  readonly sign_type?: SignType;
}

/** Credentials may be the options of a client, too. */
const OPTIONS = [...CLIENT_OPTIONS, 'mode', 'appid', 'mch_id', 'key', 'sign_type', 'baseUrl'];

/**
 * A copy that later changes to the caller's object do not reach.
 *
 * @throws ConfigurationError with every mistake at once.
 */
export function checkCredentials(credentials: Credentials): Required<Credentials> {
  if (typeof credentials !== 'object' || credentials === null) {
    throw new ConfigurationError([
      { path: '', code: 'wrong_type', message: 'the options must be an object' },
    ]);
  }
  const { mode, appid, mch_id, key, sign_type = 'HMAC-SHA256' } = credentials;
  const issues: Issue[] = misspeltOptions(credentials, OPTIONS);
  const invalid = (path: string, message: string) => issues.push({ path, code: 'invalid_value', message });
  if (mode !== 'partner' && mode !== 'direct') invalid('mode', 'must be partner or direct');
  if (!isSignType(sign_type)) invalid('sign_type', 'must be HMAC-SHA256 or MD5');
  for (const [path, value] of Object.entries({ appid, mch_id })) {
    if (typeof value !== 'string' || !/^[\w-]{1,32}$/.test(value)) {
      invalid(path, 'must be 1 to 32 letters, digits, _ and -');
    }
  }
  if (typeof key !== 'string' || !/^[A-Za-z0-9]{32}$/.test(key)) {
    invalid('key', 'must be the 32 letters and digits of the API key, without white space');
  }
  if (issues.length > 0) throw new ConfigurationError(issues);
  return { mode, appid, mch_id, key, sign_type };
}

export function isSignType(value: unknown): value is SignType {
  return value === 'HMAC-SHA256' || value === 'MD5';
}
