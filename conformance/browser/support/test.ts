import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { type PageOptions, type Site, startSite } from './site.ts';

export { expect };

/** The debugger as somebody sees it on a page. */
export class Debugger {
  readonly page: Page;
  readonly element: Locator;
  readonly #address: (options: PageOptions) => string;

  constructor(page: Page, address: (options: PageOptions) => string) {
    this.page = page;
    this.element = page.locator('signature-debugger');
    this.#address = address;
  }

  /** Opens a page with the element and waits until everything it needs is there. */
  async open(options: PageOptions = {}): Promise<void> {
    await this.page.goto(this.#address({ lang: 'en', ...options }));
    await expect(this.message).toBeVisible();
    await this.page.waitForLoadState('networkidle');
  }

  get message(): Locator {
    return this.element.locator('#message');
  }

  get key(): Locator {
    return this.element.locator('#key');
  }

  get verdict(): Locator {
    return this.element.locator('.verdict');
  }

  /** What is said to be the cause, best first. */
  get causes(): Locator {
    return this.element.locator('.findings h3');
  }

  get canonical(): Locator {
    return this.element.locator('pre.canonical');
  }

  row(field: string): Locator {
    return this.element
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: field, exact: true }) });
  }

  async load(example: string): Promise<void> {
    await this.element.getByRole('combobox').first().selectOption(example);
  }

  /** Opens whatever can be opened. */
  async openDetails(): Promise<void> {
    await this.element.evaluate(({ shadowRoot }) => {
      for (const details of shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
    });
  }

  /** Text and attributes of everything in the page and in the element, but not what is typed into a field. */
  markup(): Promise<string> {
    return this.page.evaluate(() => {
      const written = (root: Document | ShadowRoot): string =>
        [...root.querySelectorAll('*')]
          .map((node) => {
            const attributes = [...node.attributes].map(({ name, value }) => `${name}="${value}"`).join(' ');
            const text = [...node.childNodes]
              .map((child) => (child.nodeType === 3 ? child.nodeValue : ''))
              .join('');
            return `${node.localName} ${attributes} ${text} ${node.shadowRoot === null ? '' : written(node.shadowRoot)}`;
          })
          .join('\n');
      return written(document);
    });
  }
}

interface Fixtures {
  /** Requests since the page was opened, by address. */
  readonly requests: string[];
  /** What the console said. Tests end with it empty. */
  readonly complaints: string[];
  readonly signatures: Debugger;
}

export const test = base.extend<Fixtures, { readonly site: Site }>({
  site: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  requests: async ({ page }, use) => {
    const requests: string[] = [];
    page.on('request', (request) => void requests.push(request.url()));
    await use(requests);
  },
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      const note = (text: string) => {
        // Firefox asks for an icon by itself, and tells that the page forbids it.
        if (!text.includes('/favicon.ico')) complaints.push(text);
      };
      context.on('console', (message) => note(message.text()));
      context.on('weberror', (error) => note(String(error.error())));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  signatures: async ({ page, site }, use) => {
    await use(new Debugger(page, site.address));
  },
});
