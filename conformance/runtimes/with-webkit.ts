import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundleTests } from './bundle.ts';
import type { Setting } from './exchange/support/setting.ts';
import { start } from './execute.ts';
import { inFolder } from './in-folder.ts';
import { servePage } from './page-server.ts';
import type { Report } from './report.ts';
import { SUITE } from './suite.ts';

const SECONDS = 300;

/**
 * Runs the suite in the little browser that comes with WebKitGTK, through WebDriver: vitest and Playwright know no
 * WebKit that Debian has.
 *
 * @param miniBrowser its path.
 */
export function runInWebKit(
  miniBrowser: string,
  setting: Setting,
  files: readonly string[] = SUITE,
): Promise<Report> {
  return inFolder(async (folder) => {
    const outfile = join(folder, 'suite.mjs');
    await bundleTests({ entry: 'page.ts', outfile, condition: 'browser', files });
    const page = await servePage(outfile, setting);
    // It has no headless mode. The number of the display is written to descriptor 1.
    const screen = start('Xvfb', ['-displayfd', '1', '-screen', '0', '800x600x24', '-nolisten', 'tcp']);
    try {
      const [display] = (await once(screen.child.stdout, 'data')) as [Buffer];
      return await visit(miniBrowser, `:${String(display).trim()}`, page.url, page.report);
    } finally {
      screen.kill();
      page.close();
    }
  });
}

async function visit(
  miniBrowser: string,
  display: string,
  url: string,
  report: Promise<Report>,
): Promise<Report> {
  const port = await freePort();
  const driver = start('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    DISPLAY: display,
    // Its sandbox needs rights that a container does not have; the only page it sees is ours.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    NO_AT_BRIDGE: '1',
  });
  try {
    const sessions = `http://127.0.0.1:${port}/session`;
    const options = { binary: miniBrowser, args: ['--automation'] };
    const { sessionId } = await command<{ sessionId: string }>(sessions, {
      capabilities: {
        alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options },
      },
    });
    await command(`${sessions}/${sessionId}/url`, { url });
    const late = sleep(SECONDS * 1000, undefined, { ref: false }).then(() => {
      throw new Error(`The page has reported nothing after ${SECONDS} seconds`);
    });
    return await Promise.race([report, late]);
  } finally {
    driver.kill();
  }
}

/** A WebDriver command; repeated while the driver is not yet listening. */
async function command<Value>(url: string, parameters: object): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(parameters) });
      const { value } = (await response.json()) as { value: Value };
      if (response.ok) return value;
      throw new Error(`WebDriver: ${JSON.stringify(value)}`);
    } catch (error) {
      if (!(error instanceof TypeError) || attempt === 100) throw error;
      await sleep(100);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
