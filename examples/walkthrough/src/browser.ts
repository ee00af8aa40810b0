/** What a browser shows. */
export interface Page {
  readonly url: string;
  readonly html: string;
}

/** Opens an address as a browser does. */
export async function openPage(url: string): Promise<Page> {
  return await toPage(await fetch(url));
}

/** Submits the only form of a page as a browser does. */
export async function submitForm(page: Page): Promise<Page> {
  const { action, body } = formOf(page);
  return await toPage(await fetch(action, { method: 'POST', body }));
}

/**
 * On a page of the sandbox, what the payer does there.
 *
 * @returns where the browser is sent then; empty where it stays.
 */
export async function confirmPayment(page: Page): Promise<string> {
  const { action, body } = formOf(page);
  body.set('decision', 'confirm');
  const answer = await fetch(action, { method: 'POST', body, redirect: 'manual' });
  if (answer.status >= 400) throw new Error(`The payer's page answered ${answer.status}`);
  return answer.headers.get('location') ?? '';
}

function formOf({ url, html }: Page): { readonly action: URL; readonly body: URLSearchParams } {
  const [, action] = /<form[^>]* action="([^"]*)"/.exec(html) ?? [];
  if (action === undefined) throw new Error(`There is no form on ${url}`);
  const body = new URLSearchParams();
  for (const [, name = '', value = ''] of html.matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
  )) {
    body.set(unescapeHtml(name), unescapeHtml(value));
  }
  return { action: new URL(unescapeHtml(action), url), body };
}

async function toPage(answer: Response): Promise<Page> {
  const html = await answer.text();
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${html}`);
  return { url: answer.url, html };
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_all, digits: string) => String.fromCodePoint(Number(digits)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
