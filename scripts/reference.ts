import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './packages.ts';
import { referencePages } from './reference-pages.ts';
import { READMES, withOperations } from './reference-readme.ts';

/** What was built: the script runs where no bundler resolves the sources. */
async function built(name: string): Promise<unknown> {
  return await import(join(root, 'packages', name, 'dist/index.js'));
}

const mmsp = (await built('mmsp')) as typeof import('@yinjian/mmsp');
const transit = (await built('wechat-transit')) as typeof import('@yinjian/wechat-transit');

for (const folder of ['reference', 'zh/reference']) {
  rmSync(join(root, 'docs', folder), { recursive: true, force: true });
}
for (const [path, text] of referencePages({ mmsp, transit })) {
  const file = join(root, 'docs', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
for (const [path, language, reference] of READMES) {
  const file = join(root, path);
  writeFileSync(file, withOperations(readFileSync(file, 'utf8'), { mmsp, transit }, language, reference));
}
