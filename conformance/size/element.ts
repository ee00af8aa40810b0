import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** A page that has the script tag of the debugger: what has come over the network, compressed. */
export interface ElementSize {
  readonly name: string;
  readonly bytes: number;
  /** In kB: above it the gate fails. */
  readonly limit: number;
}

/** In kB, of everything. */
export const ELEMENT_TARGET = 45;

const FOLDER = join(
  dirname(fileURLToPath(import.meta.resolve('@yinjian/signature-debugger/package.json'))),
  'dist/standalone',
);

const STATIC_IMPORT = /(?:from|import)"\.\/([^"]+)"/g;

function withStaticImports(file: string, found: Set<string> = new Set()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const source = readFileSync(join(FOLDER, file), 'utf8');
  for (const [, imported = ''] of source.matchAll(STATIC_IMPORT)) withStaticImports(imported, found);
  return found;
}

/** The chunk that the element imports when it needs it, whatever hash its name has. */
function chunk(name: string): string {
  const file = readdirSync(FOLDER).find((entry) => entry.startsWith(`${name}-`));
  if (file === undefined) throw new Error(`dist/standalone has no ${name}-*.js`);
  return file;
}

const STAGES = [
  { name: 'the page is shown', files: () => ['signature-debugger.js'], limit: 29 },
  { name: 'and a message is explained', files: () => [chunk('explain'), chunk('redact-message')], limit: 93 },
  { name: 'and a wrong signature is diagnosed: everything', files: () => [chunk('diagnose')], limit: 138 },
] as const;

/** From the first stage to the last, each with all before it. */
export function elementSizes(): ElementSize[] {
  const loaded = new Set<string>();
  return STAGES.map(({ name, files, limit }) => {
    for (const file of files()) for (const needed of withStaticImports(file)) loaded.add(needed);
    const sizes = [...loaded].map((each) => gzipSync(readFileSync(join(FOLDER, each)), { level: 9 }).length);
    return { name, limit, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  });
}
