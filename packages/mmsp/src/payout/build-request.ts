import {
  type BuiltRequest,
  checkConfiguration,
  encodeRequestFields,
  type HttpRequest,
  notSent,
  type OperationInput,
  type OperationOutcome,
  SentFields,
  type WireFields,
} from '@yinjian/provider-kit';
import { jsonRequest } from '../envelope/build-envelope.ts';
import { checkBuildOptions } from '../internal/check-build-options.ts';
import { checkProduct, type MmspOperation, type OperationOf } from '../operation.ts';
import { checkPayoutCredentials, type PayoutCredentials } from './credentials.ts';
import { readPayoutReply } from './read-payout-reply.ts';
import { seal } from './seal.ts';

export interface BuildOptions {
  /** Where the product is. */
  readonly url: string;
  /** For `REQTIME`. Default: the system clock. */
  readonly clock?: () => Date;
}

/**
 * The encrypted and signed request of an operation, as plain data: for those who send it themselves. Remembers nothing:
 * keeping order numbers unique is then up to the caller. `sent` belongs to `readReply`.
 *
 * @throws RequestError when the input breaks the rules of the operation, ConfigurationError for an operation of another
 * product and for unusable credentials or options, CryptoError where the host refuses SHA-1 or keys of this size.
 */
export async function buildRequest<O extends OperationOf<'payout'>>(
  operation: O,
  input: OperationInput<O>,
  credentials: PayoutCredentials,
  options: BuildOptions,
): Promise<BuiltRequest<O['name']>> {
  const [, checked] = checkConfiguration(
    () => checkProduct('payout', operation),
    () => checkPayoutCredentials(credentials),
    () => checkBuildOptions(options, { clock: options?.clock }),
  );
  const { url, clock = () => new Date() } = options;
  const provided = providedFields(operation, checked);
  const context = { now: clock, nonce: () => '', provided };
  const fields = encodeRequestFields(operation.name, operation.request, input, context);
  try {
    const request = await sealedRequest(fields, checked, url);
    return { request, sent: new SentFields(operation.name, fields) };
  } catch (error) {
    throw notSent(operation.name, error);
  }
}

/** The fields that come from the configuration. The command id travels in decimal [M] 代付 6.1.1. */
export function providedFields({ commandId }: MmspOperation, { MERNO }: PayoutCredentials): WireFields {
  return { CMDID: String(commandId), VERSION: '1.0', MERNO };
}

/** Seals wire fields and puts them on the wire. */
export async function sealedRequest(
  fields: WireFields,
  { platformPublicKey, merchantPrivateKey }: PayoutCredentials,
  url: string,
): Promise<HttpRequest> {
  const sealed = await seal(JSON.stringify(fields), platformPublicKey, merchantPrivateKey);
  return jsonRequest(url, JSON.stringify(sealed));
}

/**
 * What a reply means. One about another payout than the one that was `sent` is not believed.
 *
 * @throws ConfigurationError for an operation of another product, for unusable credentials and for what another request
 * sent; never for what is in the reply.
 */
export async function readReply<O extends OperationOf<'payout'>>(
  operation: O,
  bytes: Uint8Array,
  credentials: PayoutCredentials,
  sent: SentFields<O['name']>,
): Promise<OperationOutcome<O>> {
  checkProduct('payout', operation);
  const [checked, fields] = checkConfiguration(
    () => checkPayoutCredentials(credentials),
    () => SentFields.fieldsOf(operation, sent),
  );
  return (await readPayoutReply(operation, bytes, checked, fields)) as OperationOutcome<O>;
}
