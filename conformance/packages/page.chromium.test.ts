import { chromium } from 'playwright';
import { build, createLogger, preview } from 'vite';
import { expect, it } from 'vitest';
import { executable } from '../../scripts/browsers.ts';
import { EXPECTED_SIGNATURES } from './programs/signatures.ts';
import { makeConsumer } from './support/consumer.ts';

const PAGE =
  '<!doctype html><link rel="icon" href="data:,"><pre></pre><script type="module" src="/main.ts"></script>';

const MAIN = `
import { signatures } from './signatures.ts';
document.querySelector('pre').textContent = JSON.stringify(await signatures());
document.title = 'done';
`;

it('a page that Vite builds signs and verifies in Chromium, and its console stays empty', async () => {
  const root = makeConsumer('page', 6, { 'index.html': PAGE, 'main.ts': MAIN });
  const complaints: string[] = [];
  const customLogger = createLogger('warn');
  // A built-in of Node, for one, would only be warned of.
  customLogger.warn = (message) => void complaints.push(message);
  const options = { root, configFile: false, customLogger } as const;
  await build({ ...options, build: { target: 'es2022' } });
  const server = await preview({ ...options, preview: { host: '127.0.0.1', port: 0 } });
  const browser = await chromium.launch({ executablePath: executable.chromium });
  try {
    const page = await browser.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await expect.poll(() => page.title(), { timeout: 20_000 }).toBe('done');
    expect(JSON.parse((await page.textContent('pre')) ?? '')).toEqual(EXPECTED_SIGNATURES);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
});
