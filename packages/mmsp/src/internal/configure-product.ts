import { ConfigurationError, checkConfiguration, type Issue, misspeltOptions } from '@yinjian/provider-kit';
import { checkObject, refuse } from './configuration-issues.ts';

const ADDRESS = ['url', 'allowPlainHttp'];

/** The options that stand under a product's name; all others are common to the products. */
const OWN_OPTIONS = {
  quickPay: ADDRESS,
  gateway: ADDRESS,
  scanPay: [...ADDRESS, 'qqCardCommandId'],
  payout: [...ADDRESS, 'merchantPrivateKey', 'platformPublicKey', 'requireSignedReply'],
};

/**
 * A product, where it is configured.
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
  const own = OWN_OPTIONS[name];
  const underName = (issue: Issue): Issue => ({ ...issue, path: `${name}.${issue.path}` });
  const [product] = rephrasing(
    () =>
      checkConfiguration(
        () => create(options),
        () => refuse(misspeltOptions(options, own).map(underName)),
      ),
    (issues) => issues.map((issue) => (own.includes(issue.path) ? underName(issue) : issue)),
  );
  return product;
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
