import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { createScanPayClient } from '@yinjian/mmsp/scan-pay';
import { startSandbox } from '@yinjian/sandbox';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, type Program, startProgram } from '../../examples/walkthrough/src/program.ts';
import { executable } from '../../scripts/browsers.ts';
import { root } from '../../scripts/packages.ts';
import { inBoth } from './support/walkthrough.ts';

const folder = 'examples/browser-page';
const [genuine = '', forged = ''] = inBoth('browser-page', 'text').split('\n');

const vite = join(root, 'node_modules/.bin/vite');

interface Manifest {
  readonly scripts: { readonly start: string };
}

let server: Program;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  const port = await freePort();
  await promisify(execFile)(vite, ['build', '--logLevel', 'warn'], { cwd: join(root, folder) });
  const options = [`--port=${port}`, '--strictPort', '--host=127.0.0.1'];
  server = await startProgram(vite, ['preview', join(root, folder), ...options], { port, env: {} });
  browser = await chromium.launch({ executablePath: executable.chromium });
  page = await browser.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(server.url);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const verdict = () => page.getByRole('status').textContent();
const message = () => page.getByLabel('The body of the notification');

describe('the page of the example for browsers', () => {
  it('is served here just as by `npm start`, but for the port', () => {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
    expect(manifest.scripts.start).toBe('vite build && vite preview');
    expect(inBoth('browser-page', 'sh')).toMatch(/npm start\n$/);
  });

  it('has a genuine notification, which it no longer is with a digit changed', async () => {
    expect(await verdict()).toBe(genuine);
    expect(await page.locator('code').textContent()).toMatch(/^\{"AMT":"200",.*\}&key=\*{8}$/);
    const sample = await message().inputValue();
    await message().fill(sample.replace('"AMT":"200"', '"AMT":"201"'));
    expect(await verdict()).toBe(forged);
    await message().fill('no JSON');
    expect(await verdict()).toBe('✗ Not to be believed: malformed.');
    await message().fill(sample);
    await page.getByLabel('The key').fill('');
    expect(await verdict()).toBe('✗ The key cannot be used.');
  });

  it('takes what the sandbox sends for genuine', async () => {
    await page.reload();
    await message().fill(await notificationOfSandbox());
    expect(await verdict()).toBe(genuine);
  });

  it('shows a message as text, whatever is in it', async () => {
    await message().fill('{"Body":{"A":"<img src=x onerror=alert(1)>"},"Sign":"0"}');
    expect(await page.locator('code').innerHTML()).toContain('&lt;img');
  });

  it('has nothing to complain of', () => {
    expect(complaints).toEqual([]);
  });
});

/** Of a payment that the payer has confirmed. */
async function notificationOfSandbox(): Promise<string> {
  const sandbox = await startSandbox({ timeScale: 0.01 });
  const merchant = createServer();
  const arrived = new Promise<string>((resolve) => {
    merchant.on('request', (request, response) => {
      resolve(text(request));
      response.end('SUCCESS');
    });
  });
  await new Promise<void>((resolve) => void merchant.listen(0, '127.0.0.1', resolve));
  try {
    const { MERNO, TERMNO, md5Key } = sandbox.merchants.mmsp;
    const client = createScanPayClient({ MERNO, TERMNO, md5Key, url: sandbox.urls.scanPay });
    await client.wechatPreOrder({
      MERORDERID: 'PAGE1',
      AMT: 1280,
      GOODSNAME: '早餐',
      TRADETYPE: '1',
      NOTIFY_URL: `http://127.0.0.1:${(merchant.address() as AddressInfo).port}/`,
    });
    sandbox.payer.settle('PAGE1');
    return await arrived;
  } finally {
    merchant.close();
    await sandbox.close();
  }
}
