import { LANGUAGE_NAMES, LANGUAGES, PAGES } from './support/site-languages.ts';
import { expect, expectToFit, switchTo, test } from './support/site-test.ts';

for (const language of LANGUAGE_NAMES) {
  const { folder, dark } = LANGUAGES[language];

  test.describe(`in a wide window, ${language}`, () => {
    test.use({ viewport: { width: 1400, height: 900 } });

    test('is dark and light, and the debugger with it', async ({ page, visit, embedded }) => {
      await visit(`${folder}debugger.html`);
      await expect(embedded.message).toBeVisible();
      const backgrounds = async () => ({
        page: await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor),
        debugger: await embedded.element.evaluate((element) => getComputedStyle(element).backgroundColor),
      });
      expect(await backgrounds()).toEqual({ page: 'rgb(255, 255, 255)', debugger: 'rgb(255, 255, 255)' });
      await switchTo(page, dark);
      const isDark = { page: 'rgb(27, 27, 31)', debugger: 'rgb(22, 24, 28)' };
      await expect.poll(backgrounds).toEqual(isDark);
      // The next page starts with it.
      await page.reload();
      await expect(embedded.message).toBeVisible();
      await expect.poll(backgrounds).toEqual(isDark);
    });
  });

  test(`fits into 360 px, ${language}`, async ({ page, visit, embedded }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of PAGES) {
      await visit(`${folder}${path}`);
      if (path === 'debugger.html') await embedded.load('quick-pay-slashes');
      if (/debugger|signatures/.test(path)) await expect(embedded.causes.first()).toBeVisible();
      await expectToFit(page, 360);
    }
  });
}
