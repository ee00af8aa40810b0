import type { Diagnosis } from '@yinjian/signature-debugger';
import { type Judged, type Judgement, judge, readVectors, SOURCES } from '../corpus/judge.ts';
import { rowsOf, share, table } from '../corpus/results.ts';
import { asTyped, paste, type Shown } from './support/paste.ts';
import { inTabs } from './support/tabs.ts';
import { expect, test } from './support/test.ts';

const WRONG = SOURCES.flatMap((source) => {
  const { keys, vectors } = readVectors(source);
  return vectors.map((vector) => ({ source, keys, vector: asTyped(vector) }));
});
const CORRECT = readVectors('correct').vectors;

/** Firefox takes twice the time for each, so there are fewer of them there, evenly spread. */
const EVERY = { chromium: 1, firefox: 3 } as const;

/** Of the signatures, on a machine too busy to search for them in time. */
const MOST_OUT_OF_TIME = 0.01;

interface Pasted extends Judged {
  readonly shown: Shown;
  /** Whether the page says what the engine says. */
  readonly isAsDiagnosed: boolean;
}

/**
 * What the page names, judged as the engine's first finding is. Whatever the engine does not name first counts at best as
 * named as equal.
 */
function judgementOf({ causes }: Shown, { judgement, diagnosis }: Judged): Judgement {
  const shown = causes.filter(({ isReproduced }) => isReproduced).map(({ title }) => title);
  const [first] = shown;
  if (first === undefined) return 'nothing';
  const { titles, equivalents } = namesOf(diagnosis);
  if (shown.join('\n') === titles.join('\n')) return judgement;
  return judgement !== 'other' && equivalents.includes(first) ? 'equal' : 'other';
}

/** What the engine names, and what leads to the very same bytes as the first of it. */
function namesOf({ findings }: Diagnosis) {
  const titles = findings.filter(({ certainty }) => certainty === 'reproduced').map(({ title }) => title.en);
  const equivalents = (findings[0]?.alternatives ?? []).map(({ title }) => title.en);
  return { titles, equivalents: [...titles.slice(0, 1), ...equivalents] };
}

/** Whether each finding of the engine is on show, or in the place of the first what leads to the very same bytes. */
function isAsDiagnosed({ verdict, causes }: Shown, diagnosis: Diagnosis): boolean {
  const { titles, equivalents } = namesOf(diagnosis);
  const shown = causes.map(({ title }) => title);
  return (
    verdict === diagnosis.explanation.verdict.result &&
    titles.every((title, index) => (index === 0 ? equivalents : [title]).includes(shown[index] ?? ''))
  );
}

for (const [browser, every] of Object.entries(EVERY)) {
  const chosen = WRONG.filter((_, index) => index % every === 0);
  test(`each of ${chosen.length} wrong signatures is pasted in, and its cause is named in ${browser}`, {
    tag: `@${browser}`,
  }, async ({ context, site }) => {
    test.setTimeout(900_000);
    const pasteAll = (wrong: typeof WRONG, tabs?: number): Promise<Pasted[]> =>
      inTabs(
        context,
        site,
        wrong,
        async (signatures, { source, keys, vector }) => {
          // The clock of the engine stands still, so that it finds the same on every machine.
          const judged = await judge(source, keys, vector, { now: () => 0 });
          const shown = await paste(signatures, keys, vector);
          return {
            ...judged,
            judgement: judgementOf(shown, judged),
            shown,
            isAsDiagnosed: isAsDiagnosed(shown, judged.diagnosis),
          };
        },
        tabs,
      );
    const pasted = await pasteAll(chosen);
    // The page searches for a time, not for a number of candidates: what got too little of it beside others is pasted alone.
    const again = [...pasted.keys()].filter((index) => pasted[index]?.isAsDiagnosed === false);
    const alone = await pasteAll(
      again.flatMap((index) => chosen[index] ?? []),
      1,
    );
    for (const [at, index] of again.entries()) pasted[index] = alone[at] as Pasted;

    const rows = rowsOf(pasted);
    console.log(`${again.length} pasted again\n${table(rows)}`);
    const others = pasted.filter((one) => !one.isAsDiagnosed);
    // It says so, and it counts as not named.
    const outOfTime = others.filter(({ shown }) => shown.isOutOfTime && shown.causes.length === 0);
    expect(outOfTime.length).toBeLessThanOrEqual(pasted.length * MOST_OUT_OF_TIME);
    expect(
      others
        .filter((one) => !outOfTime.includes(one))
        .map(({ source, vector, shown, diagnosis }) => ({
          source,
          errors: vector.errors,
          message: vector.message,
          shown,
          diagnosed: namesOf(diagnosis).titles,
        })),
    ).toEqual([]);
    expect(pasted.filter(({ shown }) => shown.verdict === 'match')).toEqual([]);
    for (const [kind, least] of [
      ['1', 0.95],
      ['2', 0.85],
    ] as const) {
      const row = rows.find((one) => one.source === 'all' && one.kind === kind);
      expect(row === undefined ? 0 : share(row)).toBeGreaterThanOrEqual(least);
    }
  });
}

test(`none of ${CORRECT.length} correct signatures is called wrong`, async ({ context, site }) => {
  test.setTimeout(300_000);
  const shown = await inTabs(context, site, CORRECT, (signatures, vector) =>
    paste(signatures, undefined, asTyped(vector)),
  );
  const wrong = shown.flatMap(({ verdict, causes }, index) =>
    verdict === 'match' && causes.length === 0 ? [] : [{ verdict, causes, ...CORRECT[index] }],
  );
  expect(shown.length).toBe(CORRECT.length);
  expect(wrong).toEqual([]);
});
