import { expect, expectToFit, test } from './support/site-test.ts';

/** Asks for what the site's own policy refuses, to find out whether a newer site has the page. */
const NOT_FOUND = '404.html';

test('every page opens without a complaint, and fits into 360 px', async ({
  page,
  visit,
  builtSite,
  complaints,
}) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 360, height: 740 });
  const pages = builtSite.pages.filter((path) => path !== NOT_FOUND);
  expect(pages.length).toBeGreaterThan(50);
  const complained: Record<string, string[]> = {};
  for (const path of pages) {
    await visit(path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expectToFit(page, 360);
    if (complaints.length > 0) complained[path] = complaints.splice(0);
  }
  expect(complained).toEqual({});
});

test('an address without a page leads home', async ({ page, visit, complaints }) => {
  await visit('no/such/page.html');
  await expect(page.getByText('404')).toBeVisible();
  expect(complaints.filter((text) => !/404|hashmap\.json/.test(text))).toEqual([]);
  complaints.length = 0;
  await page.getByRole('link', { name: 'go to home' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Chinese payment protocols');
});
