import { randomNonce } from '@yinjian/crypto-webcrypto';
import {
  type BuiltRequest,
  checkConfiguration,
  encodeRequestFields,
  notSent,
  type OperationInput,
  type OperationOutcome,
  SentFields,
} from '@yinjian/provider-kit';
import { checkEnvelopeCredentials, type EnvelopeCredentials } from '../credentials.ts';
import { checkBuildOptions } from '../internal/check-build-options.ts';
import { checkProduct, type OperationOf } from '../operation.ts';
import { buildEnvelope, jsonRequest } from './build-envelope.ts';
import type { EnvelopeProduct } from './dialect.ts';
import { readEnvelopeReply } from './read-envelope-reply.ts';

export interface BuildOptions {
  /** Where the product is. */
  readonly url: string;
  /** Default: 32 random characters. */
  readonly nonce?: () => string;
}

/**
 * @throws RequestError when the input breaks the rules of the operation, ConfigurationError for an operation of another
 * product and for unusable credentials or options.
 */
export type BuildEnvelopeRequest<Of extends EnvelopeProduct> = <O extends OperationOf<Of>>(
  operation: O,
  input: OperationInput<O>,
  credentials: EnvelopeCredentials,
  options: BuildOptions,
) => BuiltRequest<O['name']>;

/**
 * @throws ConfigurationError for an operation of another product, for unusable credentials and for what another request
 * sent; never for what is in the reply.
 */
export type ReadEnvelopeReply<Of extends EnvelopeProduct> = <O extends OperationOf<Of>>(
  operation: O,
  bytes: Uint8Array,
  credentials: EnvelopeCredentials,
  sent: SentFields<O['name']>,
) => OperationOutcome<O>;

/** `buildRequest` of one product. */
export function requestBuilder<Of extends EnvelopeProduct>(product: Of): BuildEnvelopeRequest<Of> {
  return (operation, input, credentials, options) => {
    const [, checked] = checkConfiguration(
      () => checkProduct(product, operation),
      () => checkEnvelopeCredentials(credentials),
      () => checkBuildOptions(options, { nonce: options?.nonce }),
    );
    const { url, nonce = () => randomNonce() } = options;
    const context = { now: () => new Date(), nonce, provided: {} };
    const fields = encodeRequestFields(operation.name, operation.request, input, context);
    try {
      const request = jsonRequest(url, buildEnvelope(operation, fields, checked));
      return { request, sent: new SentFields(operation.name, fields) };
    } catch (error) {
      throw notSent(operation.name, error);
    }
  };
}

/** `readReply` of one product. */
export function replyReader<Of extends EnvelopeProduct>(product: Of): ReadEnvelopeReply<Of> {
  return (operation, bytes, credentials, sent) => {
    checkProduct(product, operation);
    const [checked, fields] = checkConfiguration(
      () => checkEnvelopeCredentials(credentials),
      () => SentFields.fieldsOf(operation, sent),
    );
    return readEnvelopeReply(operation, bytes, checked, fields) as OperationOutcome<typeof operation>;
  };
}
