import { defineConfig } from '@playwright/test';
import { executable } from '../../scripts/browsers.ts';

/** Wants what `npm run build` makes, Chromium and Firefox. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../node_modules/.cache/browser-tests',
  // A page that loads while another browser starts can take its time.
  timeout: 120_000,
  expect: { timeout: 5000 },
  forbidOnly: true,
  workers: 1,
  reporter: 'list',
  use: { actionTimeout: 5000, locale: 'en-GB', viewport: { width: 1100, height: 800 } },
  projects: [
    {
      name: 'chromium',
      grepInvert: /@firefox/,
      use: { browserName: 'chromium', launchOptions: { executablePath: executable.chromium } },
    },
    {
      name: 'firefox',
      grepInvert: /@chromium/,
      // One browser takes the pictures; the page's policy would refuse the style that this one takes them with. Nor are all
      // pages opened twice, and those of the site looked at by axe, which takes 40 s for one here; the element is, in both.
      testIgnore: ['pictures.spec.ts', 'site-axe.spec.ts', 'site-pages.spec.ts'],
      use: {
        browserName: 'firefox',
        // Debian's Firefox knows WebDriver BiDi, not Playwright's own protocol.
        channel: 'moz-firefox',
        launchOptions: { executablePath: executable.firefox },
      },
    },
  ],
});
