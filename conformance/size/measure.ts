import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import type { Budget } from './budgets.ts';
import { bundling } from './bundling.ts';
import { type Literal, literalsOf } from './literals.ts';

/** What one bundle is made of, in bytes. */
export interface Measured {
  /** Every text in it. */
  readonly texts: readonly string[];
  /** Minified, by package. */
  readonly groups: Readonly<Record<string, number>>;
  /** What the compressed bundle would lose without its words for people. */
  readonly words: number;
  /** What it still imports. */
  readonly imports: readonly string[];
}

export async function measure({ entry }: Budget): Promise<Measured> {
  const { outputFiles, metafile } = await build({
    ...bundling,
    absWorkingDir: import.meta.dirname,
    entryPoints: [join('entries', `${entry}.ts`)],
    write: false,
    metafile: true,
  });
  const [file] = outputFiles;
  const [output] = Object.values(metafile.outputs);
  if (file === undefined || output === undefined) throw new Error(`${entry} gave no bundle`);
  const literals = literalsOf(file.text);
  const withoutWords = gzipSync(without(file.text, literals.filter(isWords)), { level: 9 });
  return {
    texts: literals.map(({ text }) => text),
    groups: byPackage(output.inputs),
    words: gzipSync(file.text, { level: 9 }).length - withoutWords.length,
    imports: output.imports.map(({ path }) => path),
  };
}

function byPackage(inputs: Metafile['outputs'][string]['inputs']): Record<string, number> {
  const groups: Record<string, number> = {};
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    if (bytesInOutput === 0) continue;
    const [, dependency, ours] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)|packages\/([^/]+)/.exec(path) ?? [];
    const group = dependency ?? ours ?? path;
    groups[group] = (groups[group] ?? 0) + bytesInOutput;
  }
  return groups;
}

/** Titles, meanings, advice and messages: every text in Chinese, and every other one of several words. */
function isWords({ text }: Literal): boolean {
  return /\p{Script=Han}|\w \w/u.test(text);
}

function without(code: string, literals: readonly Literal[]): string {
  let done = 0;
  let result = '';
  for (const { start, end } of literals) {
    result += `${code.slice(done, start)}""`;
    done = end;
  }
  return result + code.slice(done);
}
