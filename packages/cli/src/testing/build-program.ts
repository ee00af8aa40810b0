import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const PACKAGE = join(import.meta.dirname, '../..');

/** Below the package, so that what it depends on is found. */
const FOLDER = join(PACKAGE, 'node_modules/.yinjian-test');

/** The program, built from the sources of every package of this repository: a test never runs a stale build. */
export async function buildProgram() {
  mkdirSync(FOLDER, { recursive: true });
  const folder = mkdtempSync(join(FOLDER, 'build-'));
  const outdir = join(folder, 'dist');
  // It tells its version by the manifest beside its folder.
  writeFileSync(join(folder, 'package.json'), '{"version":"1.2.3-test","type":"module"}');
  await build({
    entryPoints: [join(PACKAGE, 'src/main.ts')],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    platform: 'node',
    // Reads its own files at run time.
    external: ['yargs'],
    // For what is CommonJS.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    plugins: [sources],
    logLevel: 'error',
  });
  return { file: join(outdir, 'main.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Looks for the packages of this repository where their sources are. */
const sources: Plugin = {
  name: 'sources',
  setup: (bundler) => {
    bundler.onResolve({ filter: /^@yinjian\/[a-z-]+$/ }, ({ path }) => ({
      path: join(PACKAGE, '..', path.slice('@yinjian/'.length), 'src/index.ts'),
    }));
  },
};
