import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { NODES } from './support/nodes.ts';
import { published } from './support/published.ts';

/** What Node says to importing and requiring: the names that are exported, or the code of the error. */
const PROBE = `
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const codeOf = (error) => error.code;
const results = {};
for (const specifier of process.argv.slice(2)) {
  const imported = await import(specifier).then(Object.keys, codeOf);
  let required;
  try { required = Object.keys(require(specifier)); } catch (error) { required = codeOf(error); }
  const from = (() => { try { return [import.meta.resolve(specifier), require.resolve(specifier)]; } catch { return []; } })();
  results[specifier] = { imported, required, from };
}
console.log(JSON.stringify(results));
`;

interface Probed {
  readonly imported: string[] | string;
  readonly required: string[] | string;
  /** Where they come from. */
  readonly from: readonly string[];
}

function probe(node: string, specifiers: readonly string[]): Record<string, Probed> {
  const program = join(inject('installed'), `probe-${process.pid}.mjs`);
  writeFileSync(program, PROBE);
  const output = execFileSync(node, [program, ...specifiers], { encoding: 'utf8' });
  return JSON.parse(output) as Record<string, Probed>;
}

const NOT_EXPORTED = 'ERR_PACKAGE_PATH_NOT_EXPORTED';

const packages = published();
const inEachNode = Object.entries(NODES).flatMap(([version, node]) =>
  packages.map((one) => ({ version, node, ...one })),
);

describe.each(inEachNode)('$name in Node $version', ({ node, name, files, specifiers }) => {
  it('can be imported and required wherever it says so, with the same names', () => {
    for (const [specifier, { imported, required, from }] of Object.entries(probe(node, specifiers))) {
      expect([specifier, imported]).toEqual([specifier, expect.arrayContaining([expect.any(String)])]);
      expect([specifier, new Set(required)]).toEqual([specifier, new Set(imported)]);
      for (const place of from) expect(place).toContain(join(inject('installed'), 'node_modules', name));
    }
  });

  it('gives its package.json', () => {
    const require = probe(node, [`${name}/package.json`])[`${name}/package.json`]?.required;
    expect(require).toContain('version');
  });

  it('gives nothing else: not a file that was built, nor one that could be guessed', () => {
    const built = [...files.keys()]
      .map((path) => `${name}/${path}`)
      .filter((path) => !path.endsWith('/package.json'));
    const guessed = ['src/index.ts', 'internal', 'dist/internal/index.js', 'dist', 'index.js'].map(
      (path) => `${name}/${path}`,
    );
    const results = Object.values(probe(node, [...built, ...guessed]));
    expect(results).toHaveLength(built.length + guessed.length);
    for (const result of results)
      expect(result).toMatchObject({ imported: NOT_EXPORTED, required: NOT_EXPORTED });
  });
});

describe.each(packages)('$name', ({ manifest }) => {
  it('has no exports by pattern, and none that is called internal', () => {
    expect(JSON.stringify(manifest.exports)).not.toMatch(/\*|internal/);
  });
});
