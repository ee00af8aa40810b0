import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a page that takes keys should say of itself: scripts and styles of its own, and no connection at all. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'none'";

const SCRIPT = fileURLToPath(
  new URL(
    './dist/standalone/signature-debugger.js',
    import.meta.resolve('@yinjian/signature-debugger/package.json'),
  ),
);

const STYLE = 'body { margin: 0; padding: 8px; font-family: sans-serif }';

/** Attributes of the element that a test may want; the others are in `attributes`. */
export interface PageOptions {
  readonly lang?: 'zh' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly example?: string;
  readonly share?: boolean;
}

/** A page with one script tag and one element. */
function pageHtml(attributes: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Signature debugger</title>
<link rel="stylesheet" href="/page.css">
<script type="module" src="/standalone/${SCRIPT.slice(dirname(SCRIPT).length + 1)}"></script>
<main>
<h1>Signature debugger</h1>
<signature-debugger ${attributes}></signature-debugger>
</main>
</html>
`;
}

/** Serves the built element as files, on a page such as a user would write. */
export async function startSite() {
  const folder = dirname(SCRIPT);
  // Read once: a build that runs beside the tests removes them for a while.
  const scripts = new Map<string, Buffer>(
    readdirSync(folder).map((name) => [`/standalone/${name}`, readFileSync(join(folder, name))]),
  );
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, content: string | Buffer) => {
      response.writeHead(200, {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': POLICY,
      });
      response.end(content);
    };
    const script = scripts.get(pathname);
    if (script !== undefined) return send('text/javascript', script);
    if (pathname === '/page.css') return send('text/css', STYLE);
    if (pathname === '/') return send('text/html', pageHtml(attributesOf(searchParams)));
    return response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    /** The address of a page with such an element. */
    address: ({ share = false, ...options }: PageOptions = {}): string =>
      `${origin}/?${new URLSearchParams({ ...options, ...(share ? { share: '' } : {}) })}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function attributesOf(wanted: URLSearchParams): string {
  return [...wanted].map(([name, value]) => `${name}="${value}"`).join(' ');
}

export type Site = Awaited<ReturnType<typeof startSite>>;
