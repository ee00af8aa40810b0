import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/packages.ts';
import { RUNTIME_NAMES } from './runtime-name.ts';

/** `npm test -- …`, without what npm does before. */
async function npmTest(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const program = [join(root, 'scripts/test.ts'), ...args];
  return await promisify(execFile)(process.execPath, program).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

describe('npm test', () => {
  it('explains itself', async () => {
    const { code, stdout } = await npmTest('--help');
    expect(code).toBe(0);
    for (const name of RUNTIME_NAMES) expect(stdout).toContain(name);
  });

  it.each([['--runtimes', 'deno'], ['--runtime', 'dino'], ['--runtime', 'deno,'], ['--runtime'], ['deno']])(
    'refuses %s %s',
    async (...args) => {
      const { code, stdout, stderr } = await npmTest(...args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^[^\n]+\n\nnpm test /);
    },
  );
});
