import type { Wire } from './client.ts';
import type { ResolvedClientOptions } from './client-options.ts';
import type { HttpRequest } from './exchange.ts';
import { OrderMemory } from './internal/order-memory.ts';
import type { Operation, OperationInput } from './operation.ts';
import { encodeRequestFields, notSent } from './request-fields.ts';

/**
 * Builds the request of any operation of one wire, for somebody else to send: the payer's browser.
 *
 * Rejects with a `RequestError` where the input breaks a rule, or where its order number was built into a request with
 * other parameters before.
 */
export type Builder = <O extends Operation>(operation: O, input: OperationInput<O>) => Promise<HttpRequest>;

/** Checks, builds and remembers as a `Caller` does. */
export function createBuilder(
  { now, nonce }: Pick<ResolvedClientOptions, 'now' | 'nonce'>,
  wire: Pick<Wire, 'provided' | 'build'>,
): Builder {
  const orders = new OrderMemory();
  return async (operation, input) => {
    const provided = wire.provided(operation);
    const fields = encodeRequestFields(operation.name, operation.request, input, { now, nonce, provided });
    try {
      const request = await wire.build(operation, fields);
      orders.claim(operation, fields);
      return request;
    } catch (error) {
      throw notSent(operation.name, error);
    }
  };
}
