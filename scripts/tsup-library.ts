import { readFileSync } from 'node:fs';
import type { Options } from 'tsup';
import { markPureInitialisers } from './pure-initialisers.ts';

/** ESM-only dependencies. They are bundled into the CommonJS output, which could not `require` them everywhere. */
const ESM_ONLY = [/^@noble\/hashes/, /^jose$/];

type Plugin = NonNullable<Options['plugins']>[number];

/** Leaves out the comments in which esbuild names the source files, which are not published. */
const withoutSourcePaths: Plugin = {
  name: 'without-source-paths',
  renderChunk: (code) => ({ code: code.replaceAll(/^ *\/\/ (?:src|\.\.)\/\S+\.[cm]?[jt]s\n/gm, '') }),
};

/** Lets bundlers drop what a program does not use of a package without side effects. */
const droppable: Plugin = {
  name: 'droppable',
  renderChunk: (code, { path }) => ({ code: markPureInitialisers(code, path) }),
};

const common: Options = {
  target: 'es2022',
  sourcemap: false,
  minify: false,
  silent: true,
  plugins: [withoutSourcePaths],
};

/** The build of a program for Node: ESM, for nobody to import. */
export function program(entry: string): Options[] {
  return [{ ...common, entry: [entry], platform: 'node', format: 'esm', splitting: true }];
}

/** The build of one published package: ESM and CommonJS, each with its own declarations. */
export function library({
  entry = ['src/index.ts'],
  platform = 'neutral',
}: Pick<Options, 'entry' | 'platform'> = {}): Options[] {
  const shared: Options = { ...common, entry, platform, dts: { compilerOptions: { noEmit: false } } };
  const { sideEffects } = JSON.parse(readFileSync('package.json', 'utf8')) as { sideEffects?: unknown };
  return [
    {
      ...shared,
      format: 'esm',
      splitting: true,
      plugins: sideEffects === false ? [withoutSourcePaths, droppable] : [withoutSourcePaths],
      outExtension: () => ({ js: '.js', dts: '.d.ts' }),
    },
    // Splitting CommonJS garbles static class blocks.
    {
      ...shared,
      format: 'cjs',
      splitting: false,
      noExternal: ESM_ONLY,
      outExtension: () => ({ js: '.cjs', dts: '.d.cts' }),
    },
  ];
}
