import { execFile } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { programFile, workFolder, yinjian } from '../testing/program.ts';

describe('yinjian completion', () => {
  it('prints a script for the shell that is named, or that is used', async () => {
    const bash = await yinjian(['completion', 'bash']);
    expect(bash).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('complete -o bashdefault'),
    });
    const zsh = await yinjian(['completion', 'zsh']);
    expect(zsh).toMatchObject({ status: 0, stdout: expect.stringMatching(/^#compdef yinjian\n/) });
    expect((await yinjian(['completion'], { env: { SHELL: '/usr/bin/zsh' } })).stdout).toBe(zsh.stdout);
    expect((await yinjian(['completion'])).stdout).toBe(bash.stdout);
  });

  it.each([
    ['si', ['sign']],
    ['--he', ['--help']],
    ['sign --sign', ['--sign-type']],
    ['sign --sign-type ', ['HMAC-SHA256', 'MD5']],
    ['operations query', ['queryorder', 'querystate']],
    ['call payout.', ['payout.pay', 'payout.query', 'payout.balance']],
    ['call quickPay.confirm ', ['LIST_ID=', 'MSG_CODE=', 'RANDSTR=']],
    ['call quickPay.confirm LIST_ID=1 ', ['MSG_CODE=', 'RANDSTR=']],
    ['call querystate --mode ', ['direct', 'partner']],
  ])('completes “%s” in bash', async (typed, offered) => {
    expect(await completedByBash(typed)).toEqual(offered);
  });
});

/** What the script offers, run by bash as when Tab is pressed. */
async function completedByBash(typed: string): Promise<string[]> {
  const command = join(workFolder(), 'yinjian');
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${programFile()}" "$@"\n`);
  chmodSync(command, 0o755);
  const words = ['yinjian', ...typed.split(' ')];
  const script = `source <(yinjian completion bash)
    COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
    COMP_CWORD=${words.length - 1}
    _yinjian_yargs_completions
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', script], {
    env: { PATH: `${workFolder()}:${process.env['PATH']}`, SHELL: '/bin/bash' },
  });
  return stdout.trim().split('\n');
}
