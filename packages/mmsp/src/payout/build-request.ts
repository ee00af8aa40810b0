import {
  checkConfiguration,
  encodeRequestFields,
  type HttpRequest,
  notSent,
  type OperationInput,
  type OperationOutcome,
  type WireFields,
} from '@yinjian/provider-kit';
import { jsonRequest } from '../envelope/build-envelope.ts';
import { checkBuildOptions } from '../internal/check-build-options.ts';
import type { MmspOperation } from '../operation.ts';
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
 * keeping order numbers unique is then up to the caller.
 *
 * @throws RequestError when the input breaks the rules of the operation, ConfigurationError for unusable credentials or
 * options, CryptoError where the host refuses SHA-1 or keys of this size.
 */
export async function buildRequest<O extends MmspOperation>(
  operation: O,
  input: OperationInput<O>,
  credentials: PayoutCredentials,
  options: BuildOptions,
): Promise<HttpRequest> {
  const [checked] = checkConfiguration(
    () => checkPayoutCredentials(credentials),
    () => checkBuildOptions(options, { clock: options?.clock }),
  );
  const { url, clock = () => new Date() } = options;
  const provided = providedFields(operation, checked);
  const context = { now: clock, nonce: () => '', provided };
  const fields = encodeRequestFields(operation.name, operation.request, input, context);
  try {
    return await sealedRequest(fields, checked, url);
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
 * What a reply means. `sent` are the fields of the request, where at hand: a reply about another payout is then not
 * believed.
 *
 * @throws ConfigurationError for unusable credentials; never for what is in the reply.
 */
export async function readReply<O extends MmspOperation>(
  operation: O,
  bytes: Uint8Array,
  credentials: PayoutCredentials,
  sent: WireFields = {},
): Promise<OperationOutcome<O>> {
  const checked = checkPayoutCredentials(credentials);
  return (await readPayoutReply(operation, bytes, checked, sent)) as OperationOutcome<O>;
}
