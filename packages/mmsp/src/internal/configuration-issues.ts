import { ConfigurationError, type Issue } from '@yinjian/provider-kit';

/** @throws ConfigurationError if there is any issue. */
export function refuse(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new ConfigurationError(issues);
}

/** What is wrong with an option that is on or off. `'false'` would otherwise count as on. */
export function flagIssues(path: string, value: unknown): Issue[] {
  if (value === undefined || typeof value === 'boolean') return [];
  return [{ path, code: 'wrong_type', message: 'must be true or false' }];
}

/**
 * The object, if it is one.
 *
 * @throws ConfigurationError
 */
export function checkObject<Options extends object>(path: string, options: Options): Options {
  if (typeof options === 'object' && options !== null) return options;
  throw new ConfigurationError([{ path, code: 'wrong_type', message: 'must be an object' }]);
}
