import { AxeBuilder } from '@axe-core/playwright';
import { LANGUAGE_NAMES, LANGUAGES, PAGES } from './support/site-languages.ts';
import { expect, switchTo, test } from './support/site-test.ts';

test.use({ viewport: { width: 1400, height: 900 } });

for (const language of LANGUAGE_NAMES) {
  const { folder, dark } = LANGUAGES[language];
  for (const path of PAGES) {
    test(`axe finds nothing on /${folder}${path}`, async ({ page, visit, embedded }) => {
      await visit(`${folder}${path}`);
      if (path === 'debugger.html') await embedded.load('quick-pay-slashes');
      const found: string[] = [];
      for (const theme of ['light', 'dark']) {
        if (theme === 'dark') await switchTo(page, dark);
        if (/debugger|signatures/.test(path)) await expect(embedded.causes.first()).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        found.push(
          ...violations.map(({ id, nodes }) => `${theme}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        );
      }
      expect(found).toEqual([]);
    });
  }
}
