import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

/** Bundles `main.ts` of a consumer. @returns what was bundled, by path, and what the bundle still imports. */
export async function bundle(folder: string, options: BuildOptions) {
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: [join(folder, 'main.ts')],
    bundle: true,
    target: 'es2022',
    logLevel: 'error',
    ...options,
    metafile: true,
  });
  return {
    inputs: Object.keys(metafile.inputs),
    imports: Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path)),
  };
}
