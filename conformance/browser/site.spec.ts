import type { Page } from '@playwright/test';
import { judge } from '../corpus/judge.ts';
import { paste } from './support/paste.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from './support/site-languages.ts';
import { expect, test } from './support/site-test.ts';
import { WRONG } from './support/wrong-vector.ts';

test.use({ viewport: { width: 1400, height: 900 } });

const otherThan = (language: Language) => LANGUAGES[language === 'en' ? 'zh' : 'en'];

async function changeLanguage(page: Page, from: Language): Promise<void> {
  const header = page.locator('header');
  await header.getByRole('button', { name: LANGUAGES[from].menu }).click();
  await header.getByRole('link', { name: otherThan(from).label }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', otherThan(from).lang);
}

for (const language of LANGUAGE_NAMES) {
  const { folder, home, lang, toDebugger, search, word, found, share, causes } = LANGUAGES[language];

  test(`leads to the debugger, to the other language and back home, ${language}`, async ({
    page,
    visit,
    embedded,
  }) => {
    await visit(folder);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(home);
    await page.getByRole('link', { name: toDebugger }).click();
    await expect(page).toHaveURL(new RegExp(`/${folder}debugger.html$`));
    await expect(embedded.element).toHaveAttribute('lang', lang);
    await expect(embedded.message).toBeVisible();
    await changeLanguage(page, language);
    await expect(page).toHaveURL(new RegExp(`/${otherThan(language).folder}debugger.html$`));
    await expect(embedded.element).toHaveAttribute('lang', otherThan(language).lang);
    await page.locator('header').getByRole('link', { name: 'Yinjian' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(otherThan(language).home);
  });

  test(`names the cause of a wrong signature, ${language}`, async ({ visit, embedded }) => {
    await visit(`${folder}debugger.html`);
    await embedded.openDetails();
    const { verdict, causes: shown } = await paste(embedded, WRONG.keys, WRONG.vector);
    const { diagnosis } = await judge(WRONG.source, WRONG.keys, WRONG.vector, { now: () => 0 });
    const title = diagnosis.findings[0]?.title[language] ?? 'nothing';
    expect(verdict).toBe('mismatch');
    expect(shown[0]).toMatchObject({ title, isReproduced: true });
  });

  test(`loads examples, ${language}`, async ({ visit, embedded }) => {
    await visit(`${folder}debugger.html`);
    await embedded.load('quick-pay');
    await expect(embedded.verdict).toHaveClass('verdict match');
    await embedded.load('transit-empty-field');
    await expect(embedded.verdict).toHaveClass('verdict mismatch');
    await expect(embedded.causes.first()).toContainText(causes.wechat);
  });

  test(`shares a message by a link that opens it, without its key, ${language}`, async ({
    page,
    visit,
    embedded,
  }) => {
    await visit(`${folder}debugger.html`);
    await embedded.load('transit');
    await expect(embedded.verdict).toHaveClass('verdict match');
    const message = await embedded.message.inputValue();
    await embedded.element.getByRole('button', { name: share }).click();
    const link = await embedded.element.locator('#link').inputValue();
    await page.goto('about:blank');
    await page.goto(link);
    await expect(embedded.message).toHaveValue(message);
    await expect(embedded.key).toHaveValue('');
    await expect(embedded.verdict).toHaveClass('verdict no_key');
  });

  for (const name of ['mmsp', 'wechat', 'payout'] as const) {
    test(`explains signing with a debugger in signatures/${name}, ${language}`, async ({
      visit,
      embedded,
    }) => {
      await visit(`${folder}signatures/${name}.html`);
      await expect(embedded.verdict).toHaveClass('verdict mismatch');
      await expect(embedded.causes.first()).toContainText(causes[name]);
      await embedded.load('quick-pay');
      await expect(embedded.verdict).toHaveClass('verdict match');
      await expect(embedded.causes).toHaveCount(0);
    });
  }

  test(`is searched without asking a host, ${language}`, async ({ page, visit, requests, builtSite }) => {
    await visit(folder);
    await page.getByRole('button', { name: search, exact: true }).click();
    await page.locator('#localsearch-input').fill(word);
    const results = page.locator('#localsearch-list');
    await expect(results.getByRole('option').first()).toBeVisible();
    await results.locator(`a[href^="/${folder}notifications.html"]`).first().click();
    await expect(page).toHaveURL(new RegExp(`/${folder}notifications.html`));
    await expect(page.getByRole('heading', { level: 1 })).toContainText(found);
    expect(requests.filter((address) => !address.startsWith(builtSite.address()))).toEqual([]);
  });
}
