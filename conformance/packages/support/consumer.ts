import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';

/**
 * A folder of a consumer of its own, below the project that everything is installed in, with the programs that every
 * consumer runs and a `main.ts` that prints what comes out of them.
 *
 * @param number Makes its orders its own.
 */
export function makeConsumer(
  name: string,
  number: number,
  files: Readonly<Record<string, string>> = {},
): string {
  const folder = join(inject('installed'), name);
  mkdirSync(folder);
  cpSync(join(import.meta.dirname, '../programs'), folder, { recursive: true });
  const all = { 'setting-of-run.ts': settingOfRun(number), 'main.ts': MAIN, ...files };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

function settingOfRun(number: number): string {
  return [
    `import type { Setting } from './setting.ts';`,
    `export const setting = ${JSON.stringify(inject('sandbox'))} as Setting;`,
    `export const run = '${number}';`,
  ].join('\n');
}

const MAIN = `
import { payments } from './payments.ts';
import { signatures } from './signatures.ts';
import { run, setting } from './setting-of-run.ts';
Promise.all([signatures(), payments(setting, run)]).then((results) => console.log(JSON.stringify(results)));
`;
