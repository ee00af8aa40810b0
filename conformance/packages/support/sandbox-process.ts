import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Setting } from '../programs/setting.ts';

const PROGRAM = `
import { startSandbox } from '@yinjian/sandbox';
const { urls, merchants, platformPublicKeyPem } = await startSandbox({ timeScale: 0.01 });
process.send({ urls, merchants, platformPublicKeyPem });
`;

/** The sandbox that is installed in a project, as a process of its own in that Node. */
export async function startSandboxOf(
  project: string,
  node: string,
): Promise<{ readonly setting: Setting; readonly stop: () => Promise<void> }> {
  const program = join(project, 'sandbox.mjs');
  writeFileSync(program, PROGRAM);
  const child = spawn(node, [program], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const closed = new Promise<void>((resolve) => void child.on('close', () => resolve()));
  const setting = await new Promise<Setting>((resolve, reject) => {
    child.on('message', (message) => resolve(message as Setting));
    child.on('close', () => reject(new Error('The sandbox that was installed does not start')));
  });
  return {
    setting,
    stop: async () => {
      child.kill();
      await closed;
    },
  };
}
