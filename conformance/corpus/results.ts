import type { Judged, Judgement, Source } from './judge.ts';

export interface Row {
  readonly source: Source | 'all';
  readonly errors: number;
  readonly count: number;
  readonly judgements: Readonly<Record<Judgement, number>>;
}

/** How many were named how, by where they come from and by how many errors they hold. */
export function rowsOf(judged: readonly Judged[]): Row[] {
  const sources = [...new Set(judged.map(({ source }) => source)), 'all' as const];
  return sources.flatMap((source) =>
    [1, 2].map((errors) => {
      const some = judged.filter(
        (one) => (source === 'all' || one.source === source) && one.vector.errors?.length === errors,
      );
      const count = (judgement: Judgement) => some.filter((one) => one.judgement === judgement).length;
      return {
        source,
        errors,
        count: some.length,
        judgements: {
          first: count('first'),
          equal: count('equal'),
          other: count('other'),
          nothing: count('nothing'),
        },
      };
    }),
  );
}

/** The part of what was named first. */
export function share({ count, judgements }: Row): number {
  return judgements.first / count;
}

const NAMES: Readonly<Record<Row['source'], string>> = {
  php: 'PHP',
  python: 'Python',
  shell: 'shell',
  payout: 'payouts (PHP, OpenSSL)',
  all: 'all',
};

/** As a table of Markdown. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { first, equal, other, nothing } = row.judgements;
    const percent = `${(share(row) * 100).toFixed(1)} %`;
    return `| ${NAMES[row.source]} | ${row.errors} | ${row.count} | ${first} (${percent}) | ${equal} | ${other} | ${nothing} |`;
  });
  return [
    '| made with | errors | signatures | named first | named as equal | something else | nothing |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}

/** What was not named first, one a line. */
export function misses(judged: readonly Judged[]): string {
  const lines = judged
    .filter(({ judgement }) => judgement !== 'first')
    .map(({ source, vector, judgement, diagnosis }) => {
      const did = (vector.errors ?? []).map(({ error, field }) =>
        field === undefined ? error : `${error} ${field}`,
      );
      const said = diagnosis.findings[0]?.mistakes.join(' + ') ?? diagnosis.verdict;
      return `| ${source} | ${vector.sample} | ${did.join(' + ')} | ${judgement} | ${said} |`;
    });
  return [
    '| made with | sample | what was done | judged | what was said first |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}
