import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { root } from '../../scripts/packages.ts';
import { inBoth, READMES, shownOf, walkThrough } from './support/walkthrough.ts';

it.each(['deno-server', 'hono-node', 'node-http'])(
  '%s prints what its READMEs say, with the commands that they give',
  async (example) => expect(await walkThrough(example)).toEqual(shownOf(example)),
);

it('end-to-end prints what its READMEs show of it', async () => {
  expect(inBoth('end-to-end', 'sh')).toBe('npm start\n');
  const program = join(root, 'examples/end-to-end/src/main.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program]);
  const printed = stdout.split('\n');
  const shown = inBoth('end-to-end', 'text').trim().split('\n');
  expect(shown.filter((line) => !printed.includes(line))).toEqual([]);
});

it.each(READMES)('the list of examples has them all: %s', (readme) => {
  const entries = readdirSync(join(root, 'examples'), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const text = readFileSync(join(root, 'examples', readme), 'utf8');
  const linked = [...text.matchAll(/\[([\w-]+)\]\(\1\/\)/g)].map(([, name]) => name);
  expect(new Set(linked)).toEqual(new Set(folders));
});
