/**
 * Writes the files of conformance/vectors/wrong-signatures. Wants PHP, Python 3 and a shell.
 *
 *   node conformance/oracles/wrong-signatures/make.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generators, write } from './generate.ts';

const target = fileURLToPath(new URL('../../vectors/wrong-signatures/', import.meta.url));
mkdirSync(target, { recursive: true });
for (const [name, generate] of Object.entries(generators)) {
  writeFileSync(`${target}${name}.json`, write(generate()));
}
