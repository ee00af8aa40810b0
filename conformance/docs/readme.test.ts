import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { operations as mmspOperations } from '@yinjian/mmsp';
import { operations as transitOperations } from '@yinjian/wechat-transit';
import { describe, expect, it } from 'vitest';
import { snippetsOf, writePrograms } from './snippets.ts';

const run = promisify(execFile);
const bin = (name: string) => join(import.meta.dirname, '../../node_modules/.bin', name);

/** What each program in the README says that it prints, in its order. */
const PRINTS: readonly RegExp[] = [
  /^pending\nsucceeded\n$/,
  /^timeout: query queryorder later\n[\s\S]*path: 'out_trade_no'/,
  /^400 NotificationError: [^\n]+\n400\n$/,
  /^400\n$/,
  /^succeeded\n$/,
  /^signature_invalid\n$/,
  /^succeeded\ntrue\n$/,
  /^pending\n$/,
];

describe.each([['README.md'], ['README.zh-CN.md']])('%s', (readme) => {
  const snippets = snippetsOf(readme, 'ts');
  const { folder, files } = writePrograms(readme, snippets);

  it('has a program for each thing that is expected to be printed', () => {
    expect(snippets).toHaveLength(PRINTS.length);
  });

  it('has only programs that are correct TypeScript', async () => {
    await expect(run(bin('tsc'), ['--noEmit', '-p', folder])).resolves.toMatchObject({ stdout: '' });
  });

  it.each(files.map((file, index) => [snippets[index]?.heading, file, PRINTS[index]] as const))(
    'runs the program under "%s"',
    async (_heading, file, prints) => {
      const { stdout, stderr } = await run(bin('node'), [file]);
      expect(stderr).toBe('');
      expect(stdout).toMatch(prints ?? /^$/);
    },
  );

  it('lists every operation', () => {
    const text = readFileSync(join(import.meta.dirname, '../..', readme), 'utf8');
    for (const { name } of [...mmspOperations, ...transitOperations]) expect(text).toContain(`\`${name}\``);
  });

  it('names only commands that exist', () => {
    const commands = snippetsOf(readme, 'sh').flatMap(({ code }) => code.trim().split('\n'));
    expect(commands.map((command) => command.replace(/\s+#.*$/, ''))).toEqual(['npm start', 'npm test']);
  });
});

it('says the same in both languages', () => {
  const withoutComments = (readme: string) =>
    snippetsOf(readme, 'ts').map(({ code }) => code.replace(/\s*\/\/ .*$/gm, ''));
  expect(withoutComments('README.zh-CN.md')).toEqual(withoutComments('README.md'));
});
