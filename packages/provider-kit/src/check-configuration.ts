import { ConfigurationError, type Issue } from './errors.ts';

/**
 * Runs every check of a configuration, so that one error names the mistakes of all.
 *
 * @returns what the checks returned.
 * @throws ConfigurationError with the issues of every check that threw one; anything else at once.
 */
export function checkConfiguration<const Checks extends readonly (() => unknown)[]>(
  ...checks: Checks
): { -readonly [I in keyof Checks]: ReturnType<Checks[I]> } {
  const issues: Issue[] = [];
  const results = checks.map((check) => {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      return void issues.push(...error.issues);
    }
  });
  if (issues.length > 0) throw new ConfigurationError(issues);
  return results as { -readonly [I in keyof Checks]: ReturnType<Checks[I]> };
}
