import { hostPrivateOperation } from './host-private-operation.ts';
import { portablePrivateOperation } from './portable-private-operation.ts';
import type { RsaPrivateNumbers } from './rsa-numbers.ts';

/** The private operation of RFC 8017, 5.1.2, with one key. A block is below the modulus and as long. */
export type RsaPrivateOperation = (block: Uint8Array) => Uint8Array;

/** @param pkcs8 The same key, for the host to read. */
export function rsaPrivateOperation(numbers: RsaPrivateNumbers, pkcs8: Uint8Array): RsaPrivateOperation {
  const byHost = hostPrivateOperation(numbers, pkcs8);
  const portable = portablePrivateOperation(numbers);
  return (block) => byHost(block) ?? portable(block);
}
