import { ConfigurationError } from '@yinjian/provider-kit';
import type { Credentials } from '../credentials.ts';
import type { TransitOperation } from '../operation.ts';

/**
 * The two modes have different fields and addresses.
 *
 * @throws ConfigurationError where an operation of one mode is used with credentials for the other.
 */
export function checkMode(operation: TransitOperation, { mode }: Credentials): void {
  if (operation.mode === mode) return;
  const message = `must be ${operation.mode} for ${operation.name}.${operation.mode}`;
  throw new ConfigurationError([{ path: 'mode', code: 'conflict', message }]);
}
