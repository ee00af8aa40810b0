import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createScanPayClient } from '@yinjian/mmsp/scan-pay';
import { type Sandbox, startSandbox } from '@yinjian/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmPayment, openPage } from '../../examples/walkthrough/src/browser.ts';
import { freePort, type Program, startProgram } from '../../examples/walkthrough/src/program.ts';
import { buildWorker } from '../../examples/worker-notifications/src/build.ts';
import { root } from '../../scripts/packages.ts';
import { shownOf, walkThrough } from './support/walkthrough.ts';

const folder = join(root, 'examples/worker-notifications');
const workerd = (createRequire(import.meta.url)('workerd') as { readonly default: string }).default;
const ORDERS_TOKEN = 'a token of the back end';
const tested = mkdtempSync(join(tmpdir(), 'yinjian-worker-notifications-'));
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

/** In front of the Worker: the same, and it tells what it has of Node. */
const FRONT = `
import worker from './worker.js';
export * from './worker.js';
export default {
  fetch(request, env) {
    if (new URL(request.url).pathname === '/typeof-process') return new Response(typeof process);
    return worker.fetch(request, env);
  },
};
`;

/** The example's configuration and bundle with `FRONT` before them. @returns the configuration. */
function withFront(): string {
  cpSync(join(folder, 'dist/worker.js'), join(tested, 'dist/worker.js'));
  writeFileSync(join(tested, 'front.js'), FRONT);
  const config = join(tested, 'workerd.capnp');
  const front = '(name = "front.js", esModule = embed "front.js"), ';
  writeFileSync(
    config,
    read('workerd.capnp').replace('modules = [', (start) => start + front),
  );
  return config;
}

let sandbox: Sandbox;
let worker: Program;

beforeAll(async () => {
  await buildWorker();
  sandbox = await startSandbox({ timeScale: 0.05 });
  const port = await freePort();
  worker = await startProgram(workerd, ['serve', withFront(), `--socket-addr=http=127.0.0.1:${port}`], {
    port,
    env: {
      MMSP_MD5_KEY: sandbox.merchants.mmsp.md5Key,
      WECHAT_KEY: sandbox.merchants.wechatTransit.direct.key,
      ORDERS_TOKEN,
    },
  });
});

afterAll(async () => {
  await worker.stop();
  await sandbox.close();
  rmSync(tested, { recursive: true });
});

async function ask(path: string, init: RequestInit = {}, token = ORDERS_TOKEN) {
  const answer = await fetch(worker.url + path, { ...init, headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: await answer.text() };
}

const place = (number: string, amount: number) =>
  ask(`/orders/${number}`, { method: 'PUT', body: String(amount) });
const isPaid = async (number: string) => (await ask(`/orders/${number}`)).body;
const attempts = (number: string) =>
  sandbox.notifications.find((one) => one.number === number)?.attempts ?? [];

/** Pays at the platform, whatever the Worker knows of it. */
async function pay(number: string, AMT: number): Promise<void> {
  const { MERNO, TERMNO, md5Key } = sandbox.merchants.mmsp;
  const client = createScanPayClient({ MERNO, TERMNO, md5Key, url: sandbox.urls.scanPay });
  const NOTIFY_URL = `${worker.url}/mmsp/scan-pay`;
  const order = { MERORDERID: number, AMT, GOODSNAME: '早餐', TRADETYPE: '1', NOTIFY_URL } as const;
  const outcome = await client.alipayPreOrder(order);
  if (outcome.status !== 'pending') throw new Error(`The order is ${outcome.status}`);
  await confirmPayment(await openPage(outcome.data.URL ?? ''));
}

// Here, because it writes the bundle that the Worker above has read.
it('worker-notifications prints what its READMEs say, with the commands that they give', async () => {
  expect(await walkThrough('worker-notifications')).toEqual(shownOf('worker-notifications'));
});

describe('the Worker of the example', () => {
  it('has nothing of Node', async () => {
    expect(await ask('/typeof-process')).toEqual({ status: 200, body: 'undefined' });
  });

  it('is one file without a built-in of Node', () => {
    const imports = [...read('dist/worker.js').matchAll(/^import .* from "([^"]+)";$/gm)].map(
      ([, path]) => path,
    );
    expect(imports).toEqual(['cloudflare:workers']);
    expect(read('dist/worker.js')).not.toMatch(/\b(?:import|require)\(/);
  });

  it('is told the same by wrangler.jsonc as by workerd.capnp', () => {
    const config = JSON.parse(read('wrangler.jsonc').replaceAll(/^\s*\/\/.*$/gm, '')) as {
      readonly compatibility_date: string;
      readonly compatibility_flags: readonly string[];
      readonly vars: Readonly<Record<string, string>>;
      readonly durable_objects: { readonly bindings: readonly { name: string; class_name: string }[] };
    };
    const capnp = read('workerd.capnp');
    expect(capnp).toContain(`compatibilityDate = "${config.compatibility_date}"`);
    const flags = config.compatibility_flags.map((flag) => JSON.stringify(flag)).join(', ');
    expect(capnp).toContain(`compatibilityFlags = [${flags}]`);
    for (const [name, text] of Object.entries(config.vars)) {
      expect(capnp).toContain(`(name = "${name}", text = "${text}")`);
    }
    for (const { name, class_name } of config.durable_objects.bindings) {
      expect(capnp).toContain(`(name = "${name}", durableObjectNamespace = "${class_name}")`);
    }
  });

  it('tells nobody else of orders, and lets nobody else place them', async () => {
    expect(await ask('/orders/1', {}, 'guessed')).toMatchObject({ status: 401, body: '' });
    expect(await ask('/orders/1', { method: 'PUT', body: '1' }, 'guessed')).toMatchObject({ status: 401 });
    expect(await ask('/orders/1', { method: 'DELETE' })).toMatchObject({ status: 405 });
    expect(await ask('/orders/1', { method: 'PUT', body: '0.5' })).toMatchObject({ status: 400 });
    expect(await ask('/')).toMatchObject({ status: 404 });
    expect(await ask('/mmsp/scan-pay')).toMatchObject({ status: 405 });
  });

  it('has a payment sent again until there is the order', async () => {
    await pay('LATE1', 100);
    await expect.poll(() => attempts('LATE1').at(0)?.httpStatus).toBe(500);
    await place('LATE1', 100);
    await expect.poll(() => attempts('LATE1').at(-1)?.httpStatus, { timeout: 10_000 }).toBe(200);
    expect(await isPaid('LATE1')).toBe('{"isPaid":true}');
  });

  it('takes no other amount for the payment', async () => {
    await place('OTHER1', 100);
    await pay('OTHER1', 101);
    await expect.poll(() => attempts('OTHER1').length, { timeout: 10_000 }).toBeGreaterThan(1);
    expect(new Set(attempts('OTHER1').map(({ httpStatus }) => httpStatus))).toEqual(new Set([500]));
    expect(await isPaid('OTHER1')).toBe('{"isPaid":false}');
  });
});
