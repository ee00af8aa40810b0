import type { BrowserContext } from '@playwright/test';
import type { Site } from './site.ts';
import { Debugger } from './test.ts';

/** The page waits for pauses in typing: several at once wait together. */
const TABS = 4;

/** Goes through items with the debugger open in several tabs, each loaded once. Results are in the order of the items. */
export async function inTabs<Item, Result>(
  context: BrowserContext,
  site: Site,
  items: readonly Item[],
  use: (signatures: Debugger, item: Item) => Promise<Result>,
  tabs = TABS,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  const work = async () => {
    const page = await context.newPage();
    const signatures = new Debugger(page, site.address);
    await signatures.open();
    await signatures.openDetails();
    // Shared: each item is taken by one tab.
    for (const [index, item] of left) results[index] = await use(signatures, item);
    await page.close();
  };
  await Promise.all(Array.from({ length: Math.min(tabs, items.length) }, work));
  return results;
}
