import type { Caller, CallOptions } from './client.ts';
import type { Operation, OperationInput, OperationOutcome } from './operation.ts';

/**
 * The client method of an operation.
 *
 * @typeParam Answer - What it comes to, where that is known more closely than the definition tells.
 */
// Without `in out` TypeScript takes the method of one operation for that of another with like fields.
export type Method<in out O, Answer = OperationOutcome<O>> = (
  input: OperationInput<O>,
  options?: CallOptions,
) => Promise<Answer>;

/**
 * A client method for each definition, under its name. Homomorphic, so that whoever documents the methods (an editor, the
 * build) finds the way from each to its definition.
 */
export type Methods<Definitions> = { readonly [Name in keyof Definitions]: Method<Definitions[Name]> };

/** The methods of a client: all that it takes to offer an operation is to define it. */
export function createMethods<Definitions extends Readonly<Record<string, Operation>>>(
  call: Caller,
  definitions: Definitions,
): Methods<Definitions> {
  const methods = Object.entries(definitions).map(([name, definition]): [string, Method<Operation>] => [
    name,
    (input, options) => call(definition, input, options),
  ]);
  return Object.fromEntries(methods) as unknown as Methods<Definitions>;
}
