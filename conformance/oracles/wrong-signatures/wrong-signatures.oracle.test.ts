import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { generators, type VectorFile, write } from './generate.ts';

const vectors = fileURLToPath(new URL('../../vectors/wrong-signatures/', import.meta.url));

describe('the corpus of wrong signatures', () => {
  it.each(['php', 'python', 'shell', 'correct'])('%s.json is what its snippets make', (name) => {
    const made = generators[name]?.();
    expect(made === undefined ? '' : write(made)).toBe(readFileSync(`${vectors}${name}.json`, 'utf8'));
  });

  it('payout.json is what its snippets make, but for the random padding', () => {
    const told = ({ keys, vectors: rows }: VectorFile) => ({
      keys,
      rows: rows.map(({ errors, sample }) => ({ errors, sample })),
    });
    const kept = JSON.parse(readFileSync(`${vectors}payout.json`, 'utf8')) as VectorFile;
    const made = generators['payout']?.();
    expect(made === undefined ? undefined : told(made)).toEqual(told(kept));
  });
});
