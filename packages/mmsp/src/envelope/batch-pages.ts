import {
  type CallOptions,
  type Issue,
  misspeltOptions,
  type NextStep,
  type Outcome,
  type UnknownCause,
  unknownCause,
  unknownOutcome,
} from '@yinjian/provider-kit';
import { refuse } from '../internal/configuration-issues.ts';

/** What a walk through the pages of a batch query can be given. */
export interface BatchPagesOptions extends CallOptions {
  /** More pages than this are not asked for. Default: 1000. */
  readonly maxPages?: number;
}

const MAX_PAGES = 1000;

/** The outcome of each page, in order. */
export type BatchPages<Page> = AsyncGenerator<Page, void, undefined>;

/**
 * Asks for one page after the other, as many as the newest page says there are. It ends after the last page, or after
 * the first outcome that is not `succeeded`: whoever looks at the last outcome knows whether the list is complete.
 *
 * A page that says that there are fewer pages than before becomes `unknown`: rows have moved to pages that were read
 * already. So does the page after `maxPages`.
 *
 * @throws ConfigurationError for an unusable option.
 */
export function batchPages<Data extends object, Page extends Data & { readonly TOTAL_PAGE: number }>(
  ask: (PAGE: number, options: CallOptions) => Promise<Outcome<Data, Page>>,
  whenUnknown: NextStep,
  options: BatchPagesOptions = {},
): BatchPages<Outcome<Data, Page>> {
  const { maxPages = MAX_PAGES, ...callOptions } = options ?? {};
  const isUsable = Number.isSafeInteger(maxPages) && maxPages > 0;
  refuse([...misspeltOptions(options, ['maxPages', 'signal']), ...(isUsable ? [] : [MAX_PAGES_ISSUE])]);
  return walk((page) => ask(page, callOptions), whenUnknown, maxPages);
}

const MAX_PAGES_ISSUE: Issue = {
  path: 'maxPages',
  code: 'invalid_value',
  message: 'must be a positive whole number',
};

async function* walk<Data extends object, Page extends Data & { readonly TOTAL_PAGE: number }>(
  ask: (PAGE: number) => Promise<Outcome<Data, Page>>,
  whenUnknown: NextStep,
  maxPages: number,
): BatchPages<Outcome<Data, Page>> {
  const broken = (cause: UnknownCause): Outcome<never> => unknownOutcome(cause, whenUnknown);
  let total = 0;
  for (let page = 1; page === 1 || page <= total; page++) {
    const outcome = page <= maxPages ? await ask(page) : broken(unknownCause('reply_too_large'));
    if (outcome.status !== 'succeeded') return yield outcome;
    if (outcome.data.TOTAL_PAGE < total) return yield broken(SHRUNK);
    total = outcome.data.TOTAL_PAGE;
    yield outcome;
  }
}

const SHRUNK = { code: 'reply_mismatch', message: 'the list became shorter while it was read' } as const;
