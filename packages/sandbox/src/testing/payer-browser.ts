/** Presses a button of a payer's page, without following where it leads. */
export async function decide(url: string, decision: string) {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ decision }),
    redirect: 'manual',
  });
  await response.body?.cancel();
  return { status: response.status, location: response.headers.get('location') };
}

/** Posts the form of a page as a browser does. */
export async function postForm({ action, fields }: { readonly action: string; readonly fields: object }) {
  const body = new URLSearchParams(Object.entries(fields) as [string, string][]);
  const response = await fetch(action, { method: 'POST', body, redirect: 'manual' });
  return { status: response.status, html: await response.text(), headers: response.headers };
}

/** The hidden fields and the address of the only form in a page. */
export function formIn(html: string) {
  const action = /<form[^>]* action="([^"]*)"/.exec(html)?.[1] ?? '';
  const inputs = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  return {
    action: unescapeHtml(action),
    fields: Object.fromEntries(
      inputs.map(([, name = '', value = '']) => [unescapeHtml(name), unescapeHtml(value)]),
    ),
  };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, digits: string | undefined, name = '') =>
    digits === undefined ? (NAMED[name] ?? '') : String.fromCodePoint(Number(digits)),
  );
}
