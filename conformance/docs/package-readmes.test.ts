import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { snippetsOf, writePrograms } from './snippets.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const bin = (name: string) => join(root, 'node_modules/.bin', name);

const packages = readdirSync(join(root, 'packages')).filter((name) =>
  existsSync(join(root, 'packages', name, 'package.json')),
);

describe.each(packages)('README of %s', (name) => {
  const { folder, files } = writePrograms(
    `packages-${name}`,
    snippetsOf(join('packages', name, 'README.md'), 'ts'),
  );

  it.runIf(files.length > 0)('has only programs that are correct TypeScript', async () => {
    await expect(run(bin('tsc'), ['--noEmit', '-p', folder])).resolves.toMatchObject({ stdout: '' });
  });

  it.each(files)('has a program that runs: %s', async (file) => {
    await expect(run(bin('node'), [file])).resolves.toMatchObject({ stderr: '' });
  });
});
