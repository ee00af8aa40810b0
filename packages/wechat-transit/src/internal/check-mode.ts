import { ConfigurationError } from '@yinjian/provider-kit';
import type { Credentials } from '../credentials.ts';
import type { TransitOperation } from '../operation.ts';

/**
 * The two modes have different fields and addresses.
 *
 * @throws ConfigurationError for anything but an operation, and where one of one mode is used with credentials for the
 * other.
 */
export function checkMode(operation: TransitOperation, { mode }: Credentials): void {
  const { request, path } = (operation ?? {}) as Partial<TransitOperation>;
  if (request === undefined || path === undefined) {
    const message = 'must be an operation in one mode, such as payapply.direct';
    throw new ConfigurationError([{ path: 'operation', code: 'wrong_type', message }]);
  }
  if (operation.mode === mode) return;
  const message = `must be ${operation.mode} for ${operation.name}.${operation.mode}`;
  throw new ConfigurationError([{ path: 'mode', code: 'conflict', message }]);
}
