import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { root } from '../../../scripts/packages.ts';
import { snippetsOf } from '../../docs/snippets.ts';

export const READMES = ['README.md', 'README.zh-CN.md'] as const;

/** What both languages of an example's README give as commands, or as output. */
export function inBoth(example: string, language: 'sh' | 'text'): string {
  const [english = '', chinese] = READMES.map((readme) =>
    snippetsOf(join('examples', example, readme), language)
      .map(({ code }) => code)
      .join(''),
  );
  expect(chinese).toBe(english);
  return english;
}

/** What an example's READMEs show: the commands, and what these print. */
export function shownOf(example: string): Walkthrough {
  return { commands: inBoth(example, 'sh'), stdout: inBoth(example, 'text'), stderr: '' };
}

/** What is printed when the last of these commands is run, after the others. */
export async function walkThrough(example: string): Promise<Walkthrough> {
  const options = { cwd: join(root, 'examples', example), env: { ...process.env, NO_COLOR: '1' } };
  const { stdout, stderr } = await promisify(execFile)('npm', ['start', '--silent'], options);
  const commands = ['npm run bootstrap', 'npm run build', `cd examples/${example}`, 'npm start'];
  return { commands: `${commands.join('\n')}\n`, stdout, stderr };
}

interface Walkthrough {
  readonly commands: string;
  readonly stdout: string;
  readonly stderr: string;
}
