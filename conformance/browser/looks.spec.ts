import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './support/test.ts';

const LANGUAGES = ['en', 'zh'] as const;
const THEMES = ['light', 'dark'] as const;

/** One of each kind of thing that the element shows. */
const STATES = ['', 'quick-pay', 'quick-pay-slashes', 'payout-reply', 'transit-empty-field'] as const;

for (const lang of LANGUAGES) {
  for (const theme of THEMES) {
    test(`axe finds nothing, ${lang}, ${theme}`, async ({ page, signatures }) => {
      for (const example of STATES) {
        await signatures.open({ lang, theme, share: true, ...(example === '' ? {} : { example }) });
        if (example !== '') await expect(signatures.verdict).toBeVisible();
        if (/slashes|reply|empty/.test(example)) await expect(signatures.causes.first()).toBeVisible();
        await signatures.openDetails();
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        const found = violations.map(
          ({ id, nodes }) => `${example}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
        );
        expect(found).toEqual([]);
      }
    });
  }
}

test('changes its language, and nothing that was typed', async ({ signatures }) => {
  await signatures.open({ example: 'quick-pay-slashes' });
  await expect(signatures.causes.first()).toBeVisible();
  const message = await signatures.message.inputValue();
  await signatures.element.getByRole('button', { name: '切换到中文' }).click();
  await expect(signatures.element.getByRole('heading', { name: '原因' })).toBeVisible();
  await expect(signatures.element.getByText('密钥', { exact: true })).toBeVisible();
  await expect(signatures.element.locator('.findings .fact').first()).toContainText('确定');
  await expect(signatures.element.locator('> div, div').first()).toHaveAttribute('lang', 'zh');
  expect(await signatures.message.inputValue()).toBe(message);
  await signatures.element.getByRole('button', { name: 'Switch to English' }).click();
  await expect(signatures.element.getByRole('heading', { name: 'Cause' })).toBeVisible();
});

test('follows its own attributes, then the system', async ({ page, signatures }, { project }) => {
  const background = () =>
    signatures.element.evaluate((element) => getComputedStyle(element).backgroundColor);
  const [light, dark] = ['rgb(255, 255, 255)', 'rgb(22, 24, 28)'];
  await signatures.open({ theme: 'dark' });
  expect(await background()).toBe(dark);
  await signatures.element.evaluate((element) => element.setAttribute('theme', 'light'));
  expect(await background()).toBe(light);
  await signatures.element.evaluate((element) => element.removeAttribute('theme'));
  await page.emulateMedia({ colorScheme: 'dark' });
  // Firefox does not let itself be told the scheme of the system.
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  if (project.name === 'chromium') expect(isDark).toBe(true);
  await expect.poll(background).toBe(isDark ? dark : light);
  await signatures.element.evaluate((element) => element.setAttribute('lang', 'zh'));
  await expect(signatures.element.getByRole('button', { name: '清空' })).toBeVisible();
});

for (const example of STATES) {
  test(`fits into 360 px: ${example === '' ? 'empty' : example}`, async ({ page, signatures }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const lang of LANGUAGES) {
      await signatures.open({ lang, share: true, ...(example === '' ? {} : { example }) });
      if (example !== '') await expect(signatures.verdict).toBeVisible();
      if (/slashes|reply|empty/.test(example)) await expect(signatures.causes.first()).toBeVisible();
      const [scrollWidth, clientWidth] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      // Without a bar where the browser keeps room for one.
      expect(scrollWidth).toBe(clientWidth);
      expect(clientWidth).toBeLessThanOrEqual(360);
      const wide = await signatures.element.evaluate(({ shadowRoot }) =>
        [...(shadowRoot?.querySelectorAll('*') ?? [])]
          .filter(
            (node) => node.getBoundingClientRect().right > 360 && node.closest('.hidden, thead') === null,
          )
          .map((node) => node.outerHTML.slice(0, 80)),
      );
      expect(wide).toEqual([]);
    }
  });
}
