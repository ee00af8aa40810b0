import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSandbox } from '@yinjian/sandbox';
import { describe, expect, it } from 'vitest';
import { programFile, workFolder } from './testing/program.ts';

interface Command {
  readonly command: string;
  /** What it ends with: `# exit 1` behind it. */
  readonly status: number;
  /** What is printed, among other things: the comments below it. */
  readonly prints: readonly string[];
}

const BLOCK = /^```sh\n(.*?)^```$/gms;

/** Every command of the README, in its order, with what the README says of it. */
function commandsOf(readme: string): Command[] {
  const text = readFileSync(join(import.meta.dirname, '..', readme), 'utf8');
  const commands: Command[] = [];
  for (const line of [...text.matchAll(BLOCK)].flatMap(([, block = '']) => block.trimEnd().split('\n'))) {
    if (line.startsWith('# ')) {
      const last = commands.pop();
      if (last !== undefined) commands.push({ ...last, prints: [...last.prints, line.slice(2)] });
      continue;
    }
    const [, command = '', status = '0'] = /^(.*?)(?: # exit (\d))?$/.exec(line) ?? [];
    commands.push({ command, status: Number(status), prints: [] });
  }
  return commands;
}

async function run(command: string, cwd: string) {
  const env = { PATH: `${workFolder()}:${process.env['PATH']}`, HOME: workFolder() };
  return await promisify(execFile)('bash', ['-c', command], { cwd, env }).then(
    ({ stdout }) => ({ status: 0, stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      status: code,
      stdout,
      stderr,
    }),
  );
}

describe.each(['README.md', 'README.zh-CN.md'])('%s', (readme) => {
  it('has commands that do what it says', async () => {
    const folder = join(workFolder(), readme);
    mkdirSync(folder);
    writeFileSync(
      join(workFolder(), 'yinjian'),
      `#!/bin/sh\nexec "${process.execPath}" "${programFile()}" "$@"\n`,
    );
    chmodSync(join(workFolder(), 'yinjian'), 0o755);
    const sandbox = await startSandbox();
    const { origin } = new URL(sandbox.urls.wechatTransit);
    for (const { command, status, prints } of commandsOf(readme)) {
      const result = await run(command.replaceAll('http://127.0.0.1:8080', origin), folder);
      expect({ command, ...result }).toMatchObject({ command, status });
      for (const printed of prints) expect(result.stdout).toContain(printed);
    }
    await sandbox.close();
  });
});

it('has the same commands in both languages', () => {
  const withoutPrints = (readme: string) =>
    commandsOf(readme).map(({ command, status }) => ({ command, status }));
  expect(withoutPrints('README.zh-CN.md')).toEqual(withoutPrints('README.md'));
  expect(commandsOf('README.md').length).toBeGreaterThan(15);
});
