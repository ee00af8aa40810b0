import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { root } from '../../scripts/packages.ts';
import { NODES } from './support/nodes.ts';
import { startSandboxOf } from './support/sandbox-process.ts';

const run = promisify(execFile);

/** Of the catalog, so that everything is checked against the same Node. */
const NODE_TYPES = /"@types\/node": (\S+)/.exec(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'))?.[1];

/**
 * Packs what was built, installs all tarballs into a project outside the repository as a user would, and starts the
 * sandbox that was installed there, in the oldest Node that is supported. The tests put their programs below that
 * project.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await run(process.execPath, ['scripts/pack.ts', '--built'], { cwd: root }).catch(
    ({ stdout, stderr }: Error & Output) => {
      throw new Error(`Packing failed. Is everything built (npm run build)?\n${stdout}${stderr}`);
    },
  );
  const packed = join(root, 'packed');
  const tarballs = readdirSync(packed).map((name) => join(packed, name));
  const installed = mkdtempSync(join(tmpdir(), 'yinjian-packed-'));
  writeFileSync(join(installed, 'package.json'), '{"name":"consumer","private":true,"type":"module"}');
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', '--loglevel=error'];
  await run('npm', ['install', ...quiet, ...tarballs, `@types/node@${NODE_TYPES}`], { cwd: installed });
  const sandbox = await startSandboxOf(installed, NODES['20']);
  project.provide('tarballs', tarballs);
  project.provide('installed', installed);
  project.provide('sandbox', sandbox.setting);
  return async () => {
    await sandbox.stop();
    rmSync(installed, { recursive: true, force: true });
  };
}

interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Their paths. */
    readonly tarballs: string[];
    /** The project that they are installed in. */
    readonly installed: string;
    readonly sandbox: import('./programs/setting.ts').Setting;
  }
}
