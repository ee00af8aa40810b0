import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import type { Budget } from './budgets.ts';
import { literalsOf } from './literals.ts';

/** Every text in the bundle that Vite makes, whose bundler tells by other rules what can be dropped. */
export async function textsWithVite({ entry }: Budget): Promise<string[]> {
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: { write: false, lib: { entry: join('entries', `${entry}.ts`), formats: ['es'] } },
  })) as Rollup.RollupOutput[];
  const chunks = result.flatMap(({ output }) => output).filter((file) => file.type === 'chunk');
  if (chunks.length === 0) throw new Error(`Vite made nothing of ${entry}`);
  return chunks.flatMap(({ code }) => literalsOf(code).map(({ text }) => text));
}
