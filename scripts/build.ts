import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Options } from 'tsup';
import { carryDocs } from './carry-docs.ts';
import { packageNames, root } from './packages.ts';

// `--javascript-only` leaves the declarations out, which take most of the time: enough to run something.
const javascriptOnly = process.argv.includes('--javascript-only');

for (const name of packageNames()) {
  const folder = join(root, 'packages', name);
  // tsup resolves entries against the working directory.
  process.chdir(folder);
  rmSync('dist', { recursive: true, force: true });
  const { default: configs } = (await import(join(folder, 'tsup.config.ts'))) as { default: Options[] };
  for (const config of configs) {
    await build({
      ...config,
      ...(javascriptOnly ? { dts: false } : {}),
      config: false,
      // esbuild took the working directory at import.
      esbuildOptions: (options, context) => {
        config.esbuildOptions?.(options, context);
        options.absWorkingDir = folder;
      },
    });
  }
  if (!javascriptOnly) carryDocs(join(folder, 'dist'));
}
