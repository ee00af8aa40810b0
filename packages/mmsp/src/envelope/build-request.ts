import { randomNonce } from '@yinjian/crypto-webcrypto';
import {
  checkConfiguration,
  encodeRequestFields,
  type HttpRequest,
  notSent,
  type OperationInput,
  type OperationOutcome,
  type WireFields,
} from '@yinjian/provider-kit';
import { checkEnvelopeCredentials, type EnvelopeCredentials } from '../credentials.ts';
import { checkBuildOptions } from '../internal/check-build-options.ts';
import type { MmspOperation } from '../operation.ts';
import { buildEnvelope, jsonRequest } from './build-envelope.ts';
import { readEnvelopeReply } from './read-envelope-reply.ts';

export interface BuildOptions {
  /** Where the product is. */
  readonly url: string;
  /** Default: 32 random characters. */
  readonly nonce?: () => string;
}

/**
 * The signed request of an operation, as plain data: for those who send it themselves. Remembers nothing: keeping order
 * numbers unique is then up to the caller.
 *
 * @throws RequestError when the input breaks the rules of the operation, ConfigurationError for unusable credentials or
 * options.
 */
export function buildRequest<O extends MmspOperation>(
  operation: O,
  input: OperationInput<O>,
  credentials: EnvelopeCredentials,
  options: BuildOptions,
): HttpRequest {
  const [checked] = checkConfiguration(
    () => checkEnvelopeCredentials(credentials),
    () => checkBuildOptions(options, { nonce: options?.nonce }),
  );
  const { url, nonce = () => randomNonce() } = options;
  const context = { now: () => new Date(), nonce, provided: {} };
  const fields = encodeRequestFields(operation.name, operation.request, input, context);
  try {
    return jsonRequest(url, buildEnvelope(operation, fields, checked));
  } catch (error) {
    throw notSent(operation.name, error);
  }
}

/**
 * What a reply means. The signature is checked over the body as it came before anything in it is looked at. `sent`
 * are the fields of the request, where at hand: a reply about another order is then not believed.
 *
 * @throws ConfigurationError for unusable credentials; never for what is in the reply.
 */
export function readReply<O extends MmspOperation>(
  operation: O,
  bytes: Uint8Array,
  credentials: EnvelopeCredentials,
  sent: WireFields = {},
): OperationOutcome<O> {
  const checked = checkEnvelopeCredentials(credentials);
  return readEnvelopeReply(operation, bytes, checked, sent) as OperationOutcome<O>;
}
