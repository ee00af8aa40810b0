import {
  type Caller,
  type CallOptions,
  type Issue,
  misspeltOptions,
  type NextStep,
  type OperationInput,
  type OperationOutcome,
  type Outcome,
  RequestError,
  type UnknownCause,
  unknownCause,
  unknownOutcome,
} from '@yinjian/provider-kit';
import { refuse } from '../internal/configuration-issues.ts';
import type { MmspOperation } from '../operation.ts';
import type { batchQuery } from './batch-query.ts';

/** A client's walk through the pages of its batch query. */
export type QueryBatchPages<O extends BatchQuery> = (
  input: Omit<OperationInput<O>, 'PAGE'>,
  options?: BatchPagesOptions,
) => BatchPages<OperationOutcome<O>>;

type BatchQuery = MmspOperation<(typeof batchQuery)['request'], (typeof batchQuery)['reply']>;

/** `queryBatchPages` of a client, over its `queryBatch`. */
export function createQueryBatchPages<O extends BatchQuery>(call: Caller, operation: O): QueryBatchPages<O> {
  const query: BatchQuery = operation;
  return (input, options) => {
    const fixed = { ...input } as Omit<OperationInput<BatchQuery>, 'PAGE'>;
    const ask = async (PAGE: number, callOptions: CallOptions) => {
      if ('PAGE' in fixed && fixed.PAGE !== undefined) throw new RequestError(query.name, [PAGE_ISSUE]);
      return await call(query, { ...fixed, PAGE }, callOptions);
    };
    return batchPages(ask, query.whenUnknown, options) as BatchPages<OperationOutcome<O>>;
  };
}

const PAGE_ISSUE: Issue = {
  path: 'PAGE',
  code: 'unknown_field',
  message: 'is counted here: for pages from another than the first, call queryBatch',
};

/** What a walk through the pages of a batch query can be given. */
export interface BatchPagesOptions extends Pick<CallOptions, 'signal'> {
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
 * already. So does the page after `maxPages`, with the cause `page_limit`.
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
    const outcome = page <= maxPages ? await ask(page) : broken(unknownCause('page_limit'));
    if (outcome.status !== 'succeeded') return yield outcome;
    if (outcome.data.TOTAL_PAGE < total) return yield broken(SHRUNK);
    total = outcome.data.TOTAL_PAGE;
    yield outcome;
  }
}

const SHRUNK = { code: 'reply_mismatch', message: 'the list became shorter while it was read' } as const;
