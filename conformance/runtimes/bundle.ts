import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { root } from '../../scripts/packages.ts';
import { SOURCE_OF_PACKAGE } from './suite.ts';

interface BundleOptions {
  /** In `in-bundle/`. */
  readonly entry: string;
  readonly outfile: string;
  /** Of the `exports` of packages. */
  readonly condition: 'node' | 'workerd' | 'browser';
  /** Test files, below the root. */
  readonly files: readonly string[];
}

/** Tests, with vitest's own runner, as one file for where vitest itself does not run. */
export async function bundleTests({ entry, outfile, condition, files }: BundleOptions): Promise<void> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(import.meta.dirname, 'in-bundle', entry)],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    // Neutral: an import of a Node built-in is an error.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: [condition],
    // For what comes with vitest; the packages may not read it.
    define: { 'process.env.NODE_ENV': '"test"' },
    plugins: [testFiles(files), packageSources],
    metafile: true,
    logLevel: 'error',
  });
  const external = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  if (external.length > 0) throw new Error(`The bundle is not whole: it imports ${external.join(', ')}`);
}

/** The module `suite:files`: see `in-bundle/suite-files.d.ts`. */
function testFiles(files: readonly string[]): Plugin {
  const entries = files.map(
    (path) => `${JSON.stringify(path)}: () => import(${JSON.stringify(`./${path}`)})`,
  );
  return {
    name: 'test-files',
    setup: (bundler) => {
      bundler.onResolve({ filter: /^suite:files$/ }, ({ path }) => ({ path, namespace: 'suite' }));
      bundler.onLoad({ filter: /.*/, namespace: 'suite' }, () => ({
        contents: `export default {\n${entries.join(',\n')}\n};`,
        resolveDir: root,
      }));
    },
  };
}

const packageSources: Plugin = {
  name: 'package-sources',
  setup: (bundler) => {
    bundler.onResolve({ filter: SOURCE_OF_PACKAGE.find }, ({ path }) => ({
      path: path.replace(SOURCE_OF_PACKAGE.find, SOURCE_OF_PACKAGE.replacement),
    }));
  },
};
