import type { Judged, Judgement, Source } from './judge.ts';
import { RARE } from './labels.ts';

/** One error; two that are made every day; two of which one is rare at least; any two. */
export const KINDS = ['1', '2', '2, rare', '2, all'] as const;
export type Kind = (typeof KINDS)[number];

export interface Row {
  readonly source: Source | 'all';
  readonly kind: Kind;
  readonly count: number;
  readonly judgements: Readonly<Record<Judgement, number>>;
}

function isOf(kind: Kind, { vector: { errors = [] } }: Judged): boolean {
  if (kind === '1') return errors.length === 1;
  if (errors.length === 1) return false;
  return kind === '2, all' || errors.some(({ error }) => RARE.has(error)) === (kind === '2, rare');
}

/** How many were named how, by where they come from and by what they hold. */
export function rowsOf(judged: readonly Judged[]): Row[] {
  const sources = [...new Set(judged.map(({ source }) => source)), 'all' as const];
  return sources.flatMap((source) =>
    KINDS.flatMap((kind) => {
      const some = judged.filter((one) => (source === 'all' || one.source === source) && isOf(kind, one));
      if (some.length === 0) return [];
      const count = (judgement: Judgement) => some.filter((one) => one.judgement === judgement).length;
      return {
        source,
        kind,
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
    return `| ${NAMES[row.source]} | ${row.kind} | ${row.count} | ${first} (${percent}) | ${equal} | ${other} | ${nothing} |`;
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
      const said =
        diagnosis.findings[0]?.mistakes.map(({ id, fields }) => [id, ...fields].join(' ')).join(' + ') ??
        diagnosis.verdict;
      return `| ${source} | ${vector.sample} | ${did.join(' + ')} | ${judgement} | ${said} |`;
    });
  return [
    '| made with | sample | what was done | judged | what was said first |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}
