import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPECTED_PAYMENTS } from './programs/payments.ts';
import { EXPECTED_SIGNATURES } from './programs/signatures.ts';
import { bundle } from './support/bundle.ts';
import { makeConsumer } from './support/consumer.ts';

/** The program itself: the command in front of it does not pass on the descriptor. */
const workerd = (createRequire(import.meta.url)('workerd') as { readonly default: string }).default;

const MAIN = `
import { payments } from './payments.ts';
import { signatures } from './signatures.ts';
import { run, setting } from './setting-of-run.ts';
export default {
  fetch: async () => Response.json([typeof process, await signatures(), await payments(setting, run)]),
};
`;

// From 2026-08-04 on, nodejs_compat has to be turned off; the network only because the sandbox is on this machine.
const CONFIG = `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "main.js", esModule = embed "main.js")],
  compatibilityDate = "2026-11-01",
  compatibilityFlags = ["no_nodejs_compat", "no_nodejs_compat_v2"],
);
`;

describe('a Worker', () => {
  let bundled: Awaited<ReturnType<typeof bundle>>;
  let url = '';
  let stop = async () => {};

  beforeAll(async () => {
    const folder = makeConsumer('worker', 5, { 'main.ts': MAIN, 'workerd.capnp': CONFIG });
    bundled = await bundle(folder, {
      format: 'esm',
      outfile: 'main.js',
      platform: 'neutral',
      conditions: ['workerd'],
    });
    ({ url, stop } = await serve(join(folder, 'workerd.capnp')));
  });

  afterAll(() => stop());

  it('is bundled with the condition workerd alone, from what was installed and without a built-in', () => {
    expect(bundled.imports).toEqual([]);
    expect(bundled.inputs.filter((path) => path.includes('node:'))).toEqual([]);
    expect(bundled.inputs).toContain('../node_modules/@yinjian/mmsp/dist/index.js');
  });

  it('signs, verifies and pays in workerd, with nothing of Node', async () => {
    const answer = await fetch(url);
    expect(await answer.json()).toEqual(['undefined', EXPECTED_SIGNATURES, EXPECTED_PAYMENTS]);
  });
});

/** Runs workerd, which tells its port on a file descriptor of ours. */
async function serve(config: string): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const child = spawn(workerd, ['serve', config, '--control-fd=3'], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  });
  const closed = new Promise<void>((resolve) => void child.on('close', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    child.stdio[3]?.on('data', (line: Buffer) => {
      resolve((JSON.parse(line.toString()) as { readonly port: number }).port);
    });
    void closed.then(() => reject(new Error('workerd does not start')));
  });
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      child.kill();
      await closed;
    },
  };
}
