import { readFileSync } from 'node:fs';
import { diagnose } from '@yinjian/signature-debugger';
import { describe, expect, it } from 'vitest';
import { corpus, type Judged, judge, optionsOf, readVectors, SOURCES } from './judge.ts';
import { misses, rowsOf, share, table } from './results.ts';

/** It stands still: the search counts, and comes to the same on every machine. */
const clock = () => 0;

describe('wrong signatures', async () => {
  const judged: Judged[] = [];
  for (const source of SOURCES) {
    const { keys, vectors } = readVectors(source);
    for (const vector of vectors) judged.push(await judge(source, keys, vector, { now: clock }));
  }
  const rows = rowsOf(judged);
  console.log(`\n${table(rows)}`);

  it('are at least 200, alone and in pairs', () => {
    expect(judged.length).toBeGreaterThanOrEqual(200);
    expect(rows.every(({ count }) => count > 0)).toBe(true);
  });

  it('are none of them called right', () => {
    expect(judged.filter(({ diagnosis }) => diagnosis.verdict === 'match')).toEqual([]);
  });

  it.each([
    ['1', 0.95],
    ['2', 0.85],
    ['2, rare', 0.7],
  ])('with %s error(s): the cause is named first', (kind, least) => {
    const row = rows.find((one) => one.source === 'all' && one.kind === kind);
    expect(row === undefined ? 0 : share(row)).toBeGreaterThanOrEqual(least);
  });

  it('hold at least 200 pairs', () => {
    expect(judged.filter(({ vector }) => vector.errors?.length === 2).length).toBeGreaterThanOrEqual(200);
  });

  it('come to what RESULTS.md says', () => {
    const results = readFileSync(`${corpus}RESULTS.md`, 'utf8');
    expect(results).toContain(table(rows));
    expect(results).toContain(misses(judged));
  });
});

describe('correct signatures', () => {
  const { vectors } = readVectors('correct');

  it('are at least 200', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(200);
  });

  it('are none of them called wrong', async () => {
    const wrong: unknown[] = [];
    for (const vector of vectors) {
      const { verdict, findings } = await diagnose(vector.message, { ...optionsOf(vector), now: clock });
      if (verdict !== 'match' || findings.length > 0) wrong.push({ vector, verdict, findings });
    }
    expect(wrong).toEqual([]);
  });
});
