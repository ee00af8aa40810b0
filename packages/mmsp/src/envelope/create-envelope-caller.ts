import {
  type Builder,
  type Caller,
  type ClientOptions,
  checkConfiguration,
  createBuilder,
  createCaller,
  misspeltOptions,
  resolveClientOptions,
  type Wire,
} from '@yinjian/provider-kit';
import { checkEnvelopeCredentials, type EnvelopeCredentials } from '../credentials.ts';
import { checkObject, refuse } from '../internal/configuration-issues.ts';
import { COMMON_OPTIONS, OWN_OPTIONS } from '../internal/option-names.ts';
import type { MmspOperation } from '../operation.ts';
import { checkProductUrl, type ProductAddress } from '../product-url.ts';
import { buildEnvelope, jsonRequest } from './build-envelope.ts';
import type { EnvelopeProduct } from './dialect.ts';
import { readEnvelopeReply } from './read-envelope-reply.ts';

/** Credentials, address and client options in one. */
export interface EnvelopeClientOptions extends EnvelopeCredentials, ProductAddress, ClientOptions {}

/**
 * Calls any operation of one product that speaks in envelopes.
 *
 * @param product The product, which may have options of its own.
 * @throws ConfigurationError naming every unusable option.
 */
export function createEnvelopeCaller(
  product: EnvelopeProduct,
  options: EnvelopeClientOptions,
): {
  readonly call: Caller;
  /** For what somebody else sends. */
  readonly build: Builder;
  readonly credentials: EnvelopeCredentials;
} {
  checkObject('options', options);
  const [credentials, url, clientOptions] = checkConfiguration(
    () => checkEnvelopeCredentials(options),
    () => checkProductUrl(options),
    () => resolveClientOptions(options),
    () => refuse(misspeltOptions(options, [...COMMON_OPTIONS, ...OWN_OPTIONS[product]])),
  );
  const wire: Wire = {
    provided: () => ({}),
    build: (operation, fields) =>
      jsonRequest(url, buildEnvelope(operation as MmspOperation, fields, credentials)),
    read: (operation, sent, bytes) => readEnvelopeReply(operation as MmspOperation, bytes, credentials, sent),
  };
  return { call: createCaller(clientOptions, wire), build: createBuilder(clientOptions, wire), credentials };
}
