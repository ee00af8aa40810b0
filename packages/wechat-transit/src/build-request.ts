import { randomNonce } from '@yinjian/crypto-webcrypto';
import { encodeFlatXml } from '@yinjian/protocol-codec';
import {
  type BuiltRequest,
  checkConfiguration,
  encodeRequestFields,
  type HttpRequest,
  notSent,
  type OperationInput,
  SentFields,
  type WireFields,
} from '@yinjian/provider-kit';
import { type Credentials, checkCredentials } from './credentials.ts';
import { checkBaseUrl } from './internal/base-url.ts';
import { checkMode } from './internal/check-mode.ts';
import { checkOptions } from './internal/check-options.ts';
import type { TransitOperation } from './operation.ts';
import { sign } from './sign.ts';

/** What does not come from the credentials. */
export interface BuildOptions {
  /** Default: the platform's address, `https://api.mch.weixin.qq.com`. */
  readonly baseUrl?: string;
  /** 1 to 32 characters, different each time. Default: 32 random ones. */
  readonly nonce?: () => string;
}

/**
 * The signed request of an operation, as plain data: for those who send it themselves. Unlike a client it does not
 * remember order numbers. `sent` belongs to `readReply`.
 *
 * @throws RequestError when the input breaks the rules of the operation; ConfigurationError for unusable credentials,
 * those of the other mode, or an unusable `baseUrl`.
 * @example
 * ```ts
 * const { request, sent } = buildRequest(queryorder.direct, { out_trade_no }, credentials);
 * const { url, ...init } = request;
 * const bytes = new Uint8Array(await (await fetch(url, init)).arrayBuffer());
 * const outcome = readReply(queryorder.direct, bytes, credentials, sent);
 * ```
 */
export function buildRequest<O extends TransitOperation>(
  operation: O,
  input: OperationInput<O>,
  credentials: Credentials,
  options: BuildOptions = {},
): BuiltRequest<O['name']> {
  const [checked, base] = checkConfiguration(
    () => checkCredentials(credentials),
    () => checkBaseUrl(options?.baseUrl),
    () => checkOptions(options, ['baseUrl', 'nonce'], { nonce: options?.nonce }),
  );
  const { nonce = () => randomNonce() } = options;
  checkMode(operation, checked);
  const fields = encodeRequestFields(operation.name, operation.request, input, {
    now: () => new Date(),
    nonce,
    provided: providedFields(checked),
  });
  try {
    const request = signedRequest(operation, fields, checked, base);
    return { request, sent: new SentFields(operation.name, fields) };
  } catch (error) {
    throw notSent(operation.name, error);
  }
}

/** The fields that come from the credentials. `sign` is added last. */
export function providedFields({ appid, mch_id, sign_type }: Required<Credentials>): WireFields {
  return { appid, mch_id, sign_type };
}

/** Signs wire fields and puts them on the wire. */
export function signedRequest(
  operation: TransitOperation,
  fields: WireFields,
  { key, sign_type }: Required<Credentials>,
  baseUrl: string,
): HttpRequest {
  return {
    method: 'POST',
    url: `${baseUrl}${operation.path}`,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: encodeFlatXml({ ...fields, sign: sign(fields, key, sign_type) }),
  };
}
