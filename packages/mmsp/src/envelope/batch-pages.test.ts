import type { Outcome } from '@yinjian/provider-kit';
import { describe, expect, it } from 'vitest';
import { issues } from '../internal/fixtures/refusal.ts';
import { batchPages } from './batch-pages.ts';

const askAgain = { action: 'query', operation: 'sample.queryBatch', afterSeconds: [5] } as const;

interface Page {
  readonly TOTAL_PAGE: number;
  readonly rows: string;
}
type PageOutcome = Outcome<Page>;

const page = (rows: string, TOTAL_PAGE: number): PageOutcome => ({
  status: 'succeeded',
  data: { rows, TOTAL_PAGE },
  authenticated: true,
});
const timeout: PageOutcome = {
  status: 'unknown',
  cause: { code: 'timeout', message: '' },
  next: askAgain,
};

/** Everything that is yielded, and which pages were asked for. */
async function walk(answers: readonly (PageOutcome | Error)[], maxPages?: number) {
  const asked: number[] = [];
  const ask = async (PAGE: number) => {
    asked.push(PAGE);
    const answer = answers[PAGE - 1];
    if (answer instanceof Error || answer === undefined) throw answer ?? new Error('Not to be asked for');
    return answer;
  };
  const outcomes: PageOutcome[] = [];
  for await (const outcome of batchPages(ask, askAgain, maxPages === undefined ? {} : { maxPages }))
    outcomes.push(outcome);
  return { asked, outcomes };
}

describe('batchPages', () => {
  it.each([
    ['one page', [page('a', 1)]],
    ['an empty list', [page('', 0)]],
    ['several pages', [page('a', 3), page('b', 3), page('c', 3)]],
    ['a list that grows', [page('a', 1 + 1), page('b', 3), page('c', 3)]],
  ] as const)('yields every page: %s', async (_, answers) => {
    const { asked, outcomes } = await walk(answers);
    expect(outcomes).toEqual(answers);
    expect(asked).toEqual(answers.map((_answer, index) => index + 1));
  });

  it('ends with the outcome of a page that is not known, and asks for no further one', async () => {
    const { asked, outcomes } = await walk([page('a', 3), timeout, page('c', 3)]);
    expect(outcomes).toEqual([page('a', 3), timeout]);
    expect(asked).toEqual([1, 2]);
    expect((await walk([timeout])).outcomes).toEqual([timeout]);
  });

  it.each([
    ['fewer pages', page('b', 2)],
    ['an empty page', page('', 0)],
  ])('ends unknown where the list became shorter: %s', async (_, second) => {
    const { outcomes } = await walk([page('a', 3), second, page('c', 3)]);
    expect(outcomes).toMatchObject([
      { status: 'succeeded' },
      { status: 'unknown', cause: { code: 'reply_mismatch' }, next: askAgain },
    ]);
  });

  it('ends unknown after as many pages as allowed, never as if the list were complete', async () => {
    const endless = Array.from({ length: 10 }, (_, index) => page('a', index + 2));
    const { asked, outcomes } = await walk(endless, 3);
    expect(asked).toEqual([1, 2, 3]);
    expect(outcomes.at(-1)).toMatchObject({
      status: 'unknown',
      cause: { code: 'page_limit' },
      next: askAgain,
    });
    expect((await walk([page('a', 2), page('b', 2)], 2)).outcomes).toHaveLength(2);
  });

  it('is bounded without being told', async () => {
    const { asked, outcomes } = await walk(Array.from({ length: 1001 }, () => page('a', 1e10)));
    expect(asked).toHaveLength(1000);
    expect(outcomes.at(-1)).toMatchObject({ status: 'unknown' });
  });

  it('rejects where asking does', async () => {
    await expect(walk([page('a', 2), new Error('no more')])).rejects.toThrow('no more');
  });

  it('asks for nothing before it is iterated, and for nothing after it is left', async () => {
    let asked = 0;
    const ask = async () => {
      asked += 1;
      return page('a', 9);
    };
    const pages = batchPages(ask, askAgain);
    expect(asked).toBe(0);
    for await (const outcome of pages) {
      expect(outcome.status).toBe('succeeded');
      break;
    }
    expect(asked).toBe(1);
  });

  it('refuses an option that it would not read, and hands on the rest', async () => {
    const seen: unknown[] = [];
    const ask = async (_: number, options: object) => {
      seen.push(options);
      return page('a', 1);
    };
    const { signal } = new AbortController();
    for await (const outcome of batchPages(ask, askAgain, { maxPages: 2, signal })) void outcome;
    expect(seen).toEqual([{ signal }]);
    expect(await issues(() => batchPages(ask, askAgain, { maxPage: 2 } as never))).toEqual([
      'maxPage unknown_field',
    ]);
    expect(await issues(() => batchPages(ask, askAgain, 2 as never))).toEqual(['options wrong_type']);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '3'])('refuses %j pages', async (maxPages) => {
    expect(
      await issues(() => batchPages(async () => timeout, askAgain, { maxPages: maxPages as number })),
    ).toEqual(['maxPages invalid_value']);
  });
});
