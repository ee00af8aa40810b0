import type { Page } from '@playwright/test';
import { type BuiltSite, startBuiltSite } from './built-site.ts';
import { test as base, Debugger, expect } from './test.ts';

export { expect };

interface Fixtures {
  /** Opens a page of the built site, such as `debugger.html`, and waits until it is alive. */
  readonly visit: (path: string) => Promise<void>;
  /** The debugger in the page that is open. */
  readonly embedded: Debugger;
}

export const test = base.extend<Fixtures, { readonly builtSite: BuiltSite }>({
  builtSite: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      const site = await startBuiltSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  visit: async ({ page, builtSite }, use) => {
    await use(async (path) => {
      await page.goto(builtSite.address(path));
      await page.waitForLoadState('networkidle');
    });
  },
  embedded: async ({ page, builtSite }, use) => {
    await use(new Debugger(page, () => builtSite.address('debugger.html')));
  },
});

/** Nothing is to be scrolled sideways but what scrolls by itself, a table for one. */
export async function expectToFit(page: Page, width: number): Promise<void> {
  const [scrollWidth, clientWidth] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  const address = page.url();
  expect({ address, scrollWidth }).toEqual({ address, scrollWidth: clientWidth });
  expect(clientWidth).toBeLessThanOrEqual(width);
}

/** Presses the switch between dark and light, whose name says what it switches to. */
export async function switchTo(page: Page, name: string): Promise<void> {
  await page.locator('header').getByRole('switch', { name }).click();
}
