import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const docs = join(import.meta.dirname, '../../docs');

/** The names and values in each row, section by section. */
function rowsOf(file: string): string[][][] {
  const [, ...sections] = readFileSync(join(docs, file), 'utf8').split('\n## ');
  return sections.map((section) =>
    section
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((row) => [...row.matchAll(/`[^`]+`/g)].map(([name]) => name).toSorted()),
  );
}

it('lists the same misprints in both languages, row by row', () => {
  const [english, chinese] = [rowsOf('errata.md'), rowsOf('zh/errata.md')];
  expect(english.flat().length).toBeGreaterThan(100);
  expect(chinese).toEqual(english);
});
