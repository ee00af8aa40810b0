import { randomNonce } from '@yinjian/crypto-webcrypto';
import { encodeFlatXml } from '@yinjian/protocol-codec';
import {
  encodeRequestFields,
  type HttpRequest,
  type OperationInput,
  refusedByCodec,
  type WireFields,
} from '@yinjian/provider-kit';
import { type Credentials, checkCredentials } from './credentials.ts';
import type { TransitOperation } from './operation.ts';
import { sign } from './sign.ts';

/** The platform's address; `https://api2.mch.weixin.qq.com` is its spare. */
export const BASE_URL = 'https://api.mch.weixin.qq.com';

export interface BuildOptions {
  /** Default: the platform's address. */
  readonly baseUrl?: string;
  /** Default: 32 random characters. */
  readonly nonce?: () => string;
}

/**
 * The signed request of an operation, as plain data: for those who send it themselves.
 *
 * @throws RequestError when the input breaks the rules of the operation, ConfigurationError for unusable credentials.
 */
export function buildRequest<O extends TransitOperation>(
  operation: O,
  input: OperationInput<O>,
  credentials: Credentials,
  { baseUrl = BASE_URL, nonce = () => randomNonce() }: BuildOptions = {},
): HttpRequest {
  const checked = checkCredentials(credentials);
  const fields = encodeRequestFields(operation.name, operation.request, input, {
    now: () => new Date(),
    nonce,
    provided: providedFields(checked),
  });
  try {
    return signedRequest(operation, fields, checked, baseUrl);
  } catch (error) {
    throw refusedByCodec(operation.name, error);
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
