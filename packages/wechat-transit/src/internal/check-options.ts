import { ConfigurationError, functionIssues, misspeltOptions } from '@yinjian/provider-kit';

/**
 * @param names The options there are.
 * @param functions Those that must be functions, where they are given.
 * @throws ConfigurationError with every mistake at once.
 */
export function checkOptions(
  options: object,
  names: readonly string[],
  functions: Readonly<Record<string, unknown>> = {},
): void {
  const issues = [...functionIssues(functions), ...misspeltOptions(options, names)];
  if (issues.length > 0) throw new ConfigurationError(issues);
}
