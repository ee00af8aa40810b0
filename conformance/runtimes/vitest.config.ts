import { dirname, join } from 'node:path';
import type { ProxyOptions } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { executable } from '../../scripts/browsers.ts';
import { root } from '../../scripts/packages.ts';
import { CONTROL_PATH, PROXY_PATH } from './exchange/support/proxy-path.ts';
import { isPage } from './runtime-name.ts';
import { SOURCE_OF_PACKAGE } from './suite.ts';
import { reportTo } from './vitest-reporter.ts';
import type { VitestRun } from './with-vitest.ts';

const { YINJIAN_RUN } = process.env;
if (YINJIAN_RUN === undefined) {
  throw new Error('Run `npm test -- --runtime <name>`: it starts the live sandbox');
}
const { setting, files, reportFile } = JSON.parse(YINJIAN_RUN) as VitestRun;

type BrowserOptions = NonNullable<NonNullable<ViteUserConfig['test']>['browser']>;

/** A page reaches the sandbox through its own origin. The longer path comes first: vite takes the first that fits. */
const proxy = Object.fromEntries(
  [
    [`${PROXY_PATH}${CONTROL_PATH}`, setting.controlUrl] as const,
    [PROXY_PATH, setting.urls.wechatTransit] as const,
  ].map(([path, url]) => [path, proxyTo(new URL(url).origin)]),
);

function proxyTo(target: string): ProxyOptions {
  return {
    target,
    rewrite: (url) => url.slice(PROXY_PATH.length),
    configure: (server) => {
      // What breaks behind the proxy has to break in front of it.
      server.on('proxyRes', (reply, _request, response) => {
        reply.on('close', () => {
          if (!reply.complete) response.destroy();
        });
      });
    },
  };
}

async function browser(): Promise<BrowserOptions> {
  const { playwright } = await import('@vitest/browser-playwright');
  const firefox = setting.runtime === 'firefox';
  const launchOptions = {
    executablePath: executable[firefox ? 'firefox' : 'chromium'],
    // Debian's Firefox knows WebDriver BiDi, not Playwright's own protocol.
    ...(firefox ? { channel: 'moz-firefox' } : {}),
  };
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions }),
    instances: [{ browser: firefox ? 'firefox' : 'chromium' }],
  };
}

// For Node, Deno, Bun and the browsers, one at a time; `bundle.ts` is for the others.
export default defineConfig({
  root,
  // Anew for each run: what was prepared for the pages of other tests lacks what these need, and vite would reload the page
  // below them.
  cacheDir: join(dirname(reportFile), 'vite'),
  resolve: { alias: [SOURCE_OF_PACKAGE] },
  server: { proxy },
  test: {
    name: setting.runtime,
    include: [...files],
    reporters: [reportTo(reportFile)],
    testTimeout: 60_000,
    provide: { setting },
    // A process or a page for each file takes three times as long.
    isolate: false,
    ...(isPage(setting.runtime) ? { browser: await browser() } : {}),
  },
});
