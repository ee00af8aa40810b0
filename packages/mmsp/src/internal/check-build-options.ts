import { functionIssues, misspeltOptions } from '@yinjian/provider-kit';
import { urlIssues } from '../product-url.ts';
import { refuse } from './configuration-issues.ts';

/**
 * What a request is built with where nobody sends it yet.
 *
 * @param functions The options besides `url`, by name.
 * @throws ConfigurationError with every mistake at once.
 */
export function checkBuildOptions(
  options: { readonly url: string },
  functions: Readonly<Record<string, unknown>> = {},
): void {
  refuse([
    ...misspeltOptions(options, ['url', ...Object.keys(functions)]),
    ...urlIssues(options?.url, true),
    ...functionIssues(functions),
  ]);
}
