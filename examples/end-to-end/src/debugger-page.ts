import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';

/** The page takes keys: it runs its own scripts alone and may connect to nothing. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const script = fileURLToPath(
  new URL(
    './dist/standalone/signature-debugger.js',
    import.meta.resolve('@yinjian/signature-debugger/package.json'),
  ),
);

// Without `lang`: the debugger is in the language of the browser then.
const PAGE = `<!doctype html>
<html>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>签名调试 Signature debugger</title>
<link rel="stylesheet" href="/page.css">
<script type="module" src="/${basename(script)}"></script>
<main><signature-debugger share><h1><span lang="zh-CN">签名调试</span> <span lang="en">Signature debugger</span></h1></signature-debugger></main>
`;

const STYLE = `:root { color-scheme: light dark }
body { margin: 0; padding: 8px }
main { max-width: 64rem; margin: auto }
h1 { margin: 0; font: bold 1.2rem system-ui, sans-serif }`;

/** Where it is, unless something else is there. */
const PORT = 8421;
export const DEBUGGER_URL = `http://127.0.0.1:${PORT}/`;

/** Serves the signature debugger on this machine. */
export async function startDebuggerPage() {
  const folder = dirname(script);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const files = new Map([
    ['/', { type: 'text/html', content: PAGE }],
    ['/page.css', { type: 'text/css', content: STYLE }],
  ]);
  for (const name of names) {
    files.set(`/${name}`, { type: 'text/javascript', content: await readFile(join(folder, name), 'utf8') });
  }
  const fetch = (request: Request): Response => {
    const file = files.get(new URL(request.url).pathname);
    if (file === undefined) return new Response(null, { status: 404 });
    const headers = {
      'content-type': `${file.type}; charset=utf-8`,
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
    };
    return new Response(file.content, { headers });
  };
  const { server, port } = await listen(fetch, PORT).catch(() => listen(fetch, 0));
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        // A browser keeps its connections.
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function listen(fetch: (request: Request) => Response, port: number) {
  return new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve, reject) => {
    const server = serve({ fetch, hostname: '127.0.0.1', port }, (address) =>
      resolve({ server, port: address.port }),
    );
    server.once('error', reject);
  });
}
