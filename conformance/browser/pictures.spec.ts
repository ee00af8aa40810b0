import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const PICTURES = join(import.meta.dirname, 'screenshots');
const README_PICTURES = join(import.meta.dirname, '../../docs/public');

/** For people to look at: fonts differ too much between machines to compare. `YINJIAN_PICTURES=1` renews them. */
async function takePicture(page: Page, element: Locator, path: string, height: number): Promise<void> {
  const box = await element.boundingBox();
  const clip = {
    x: 0,
    y: 0,
    width: page.viewportSize()?.width ?? 0,
    height: Math.min(height, box?.height ?? 0),
  };
  const picture = await page.screenshot({ clip, fullPage: true, animations: 'disabled' });
  expect(picture.length).toBeGreaterThan(10_000);
  expect(picture.length).toBeLessThan(300_000);
  if (process.env['YINJIAN_PICTURES'] === '1') writeFileSync(path, picture);
}

for (const [lang, theme, width, example] of [
  ['en', 'light', 1000, ''],
  ['en', 'light', 1000, 'quick-pay-slashes'],
  ['zh', 'dark', 1000, 'transit-empty-field'],
  ['zh', 'light', 360, 'quick-pay'],
  ['en', 'dark', 360, 'payout-reply'],
] as const) {
  const name = `${example === '' ? 'empty' : example}.${lang}.${theme}.${width}`;
  test(`a picture of ${name}`, async ({ page, signatures }) => {
    await page.setViewportSize({ width, height: 900 });
    await signatures.open({ lang, theme, ...(example === '' ? {} : { example }) });
    if (example !== '') await expect(signatures.verdict).toBeVisible();
    if (/slashes|reply|empty/.test(example)) await expect(signatures.causes.first()).toBeVisible();
    await takePicture(page, signatures.element, join(PICTURES, `${name}.png`), 1800);
  });
}

for (const [lang, theme, width] of [
  ['en', 'light', 1000],
  ['zh', 'dark', 360],
] as const) {
  const name = `no-cause.${lang}.${theme}.${width}`;
  test(`a picture of ${name}`, async ({ page, signatures }) => {
    await page.setViewportSize({ width, height: 900 });
    await signatures.open({ lang, theme, example: 'quick-pay' });
    const message = await signatures.message.inputValue();
    await signatures.message.fill(message.replace(/[0-9A-F]{32}/, '0123456789ABCDEF0123456789ABCDEF'));
    await expect(signatures.element.locator('#no-cause')).toBeVisible({ timeout: 15_000 });
    await takePicture(page, signatures.element, join(PICTURES, `${name}.png`), 1300);
  });
}

for (const [lang, file] of [
  ['en', 'debugger.png'],
  ['zh', 'debugger.zh.png'],
] as const) {
  test(`the picture of the READMEs, ${file}`, async ({ page, signatures }) => {
    await page.setViewportSize({ width: 900, height: 900 });
    await signatures.open({ lang, theme: 'light', example: 'quick-pay-slashes' });
    await expect(signatures.causes.first()).toBeVisible();
    // From the key to the cause.
    const box = await signatures.element.boundingBox();
    const keys = await signatures.element.locator('fieldset').boundingBox();
    const findings = await signatures.element.locator('.findings').boundingBox();
    const [x, width] = [box?.x ?? 0, box?.width ?? 0];
    const y = (keys?.y ?? 0) - 229;
    const height = (findings?.y ?? 0) + (findings?.height ?? 0) + 12 - y;
    const picture = await page.screenshot({
      clip: { x, y, width, height },
      fullPage: true,
      animations: 'disabled',
    });
    expect(picture.length).toBeLessThan(200_000);
    if (process.env['YINJIAN_PICTURES'] === '1') writeFileSync(join(README_PICTURES, file), picture);
  });
}
