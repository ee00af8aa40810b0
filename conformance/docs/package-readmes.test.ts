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
const readmes = packages.flatMap((name) =>
  ['README.md', 'README.zh-CN.md']
    .map((file) => join('packages', name, file))
    .filter((file) => existsSync(join(root, file))),
);

/** What the programs of a package's READMEs say that they print, in their order. */
const PRINTS: Readonly<Record<string, readonly RegExp[]>> = {
  mmsp: [/^$/, /^pending\nsucceeded\n$/, /^true 3\n$/, /^200\n$/, /^\d+ \d+\n$/, /^pending true\n$/, /^succeeded\n$/],
  'wechat-transit': [/^$/, /^true\nsucceeded\n$/, /^succeeded\n$/],
};

describe.each(readmes.filter((readme) => snippetsOf(readme, 'ts').length > 0))('%s', (readme) => {
  const snippets = snippetsOf(readme, 'ts');
  const { folder, files } = writePrograms(readme.replaceAll('/', '-'), snippets);
  const prints = PRINTS[readme.split('/')[1] ?? ''];

  it('has only programs that are correct TypeScript', async () => {
    await expect(run(bin('tsc'), ['--noEmit', '-p', folder])).resolves.toMatchObject({ stdout: '' });
  });

  it.each(files.map((file, index) => [snippets[index]?.heading, file, index] as const))(
    'has a program that runs under "%s"',
    async (_heading, file, index) => {
      const { stdout, stderr } = await run(bin('node'), [file]);
      expect(stderr).toBe('');
      expect(stdout).toMatch(prints === undefined ? /^/ : (prints[index] ?? /^none is expected$/));
    },
  );
});

describe.each(readmes.filter((file) => file.endsWith('.zh-CN.md')))('%s', (readme) => {
  it('has the programs of the English one', () => {
    const [english, chinese] = [readme.replace('.zh-CN', ''), readme].map((file) =>
      snippetsOf(file, 'ts').map(({ code }) => code.replace(/\s*\/\/ .*$/gm, '')),
    );
    expect(chinese).toEqual(english);
  });
});
