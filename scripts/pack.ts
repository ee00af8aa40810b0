import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageNames, root } from './packages.ts';
import { run } from './run.ts';

// Tarballs that `npm install` takes, for a project of one's own before the first release.
// `--built` packs what `npm run build` has left.
const target = join(root, 'packed');
rmSync(target, { recursive: true, force: true });
mkdirSync(target);
let failed = process.argv.includes('--built') ? 0 : await run('node', ['scripts/build.ts']);
for (const name of packageNames().filter(isPublic)) {
  failed += await run('pnpm', ['--dir', join('packages', name), 'pack', '--pack-destination', target]);
}
process.exitCode = failed === 0 ? 0 : 1;

function isPublic(name: string): boolean {
  const manifest = readFileSync(join(root, 'packages', name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly private?: boolean }).private !== true;
}
