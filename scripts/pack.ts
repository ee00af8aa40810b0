import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageNames, root } from './packages.ts';
import { run } from './run.ts';

// Tarballs that `npm install` takes, for a project of one's own before the first release.
const target = join(root, 'packed');
rmSync(target, { recursive: true, force: true });
mkdirSync(target);
let failed = await run('node', ['scripts/build.ts']);
for (const name of packageNames()) {
  failed += await run('pnpm', ['--dir', join('packages', name), 'pack', '--pack-destination', target]);
}
process.exitCode = failed === 0 ? 0 : 1;
