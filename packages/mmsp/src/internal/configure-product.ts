import { ConfigurationError, checkConfiguration, type Issue, misspeltOptions } from '@yinjian/provider-kit';
import { checkObject, refuse } from './configuration-issues.ts';
import { OWN_OPTIONS } from './option-names.ts';

/**
 * A product, where it is configured. Its own options stand under its name; all others are common to the products.
 *
 * @throws ConfigurationError that says under which product an option stands: `payout.url`.
 */
export function configureProduct<Options extends object, Product>(
  name: keyof typeof OWN_OPTIONS,
  options: Options | undefined,
  create: (options: Options) => Product,
): Product | undefined {
  if (options === undefined) return undefined;
  checkObject(name, options);
  const own: readonly string[] = OWN_OPTIONS[name];
  const underName = (issue: Issue): Issue => ({ ...issue, path: `${name}.${issue.path}` });
  const [product] = rephrasing(
    () =>
      checkConfiguration(
        () => create(onlyNamed(options, own)),
        () => refuse(misspeltOptions(options, own).map(underName)),
      ),
    (issues) => issues.map((issue) => (own.includes(issue.path) ? underName(issue) : issue)),
  );
  return product;
}

/** The options that have these names: what else stands there is refused where it stands. */
export function onlyNamed<Options extends object>(options: Options, names: readonly string[]): Options {
  const named = Object.entries(options).filter(([name]) => names.includes(name));
  return Object.fromEntries(named) as Options;
}

/** Names once what several products complain about: what is common to them is checked by each. */
export function namingOnce<Result>(check: () => Result): Result {
  return rephrasing(check, (issues) => [...new Map(issues.map((issue) => [issue.path, issue])).values()]);
}

function rephrasing<Result>(
  check: () => Result,
  rephrase: (issues: readonly Issue[]) => readonly Issue[],
): Result {
  try {
    return check();
  } catch (error) {
    throw error instanceof ConfigurationError ? new ConfigurationError(rephrase(error.issues)) : error;
  }
}
