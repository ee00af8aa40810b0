import { existsSync, globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../docs/.vitepress/dist/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Serves the built site as a host of static files does: each file, a folder's index, and the page for what is not there. */
export async function startBuiltSite() {
  if (!existsSync(join(FOLDER, 'debugger.html'))) {
    throw new Error(`There is no site in ${FOLDER}: run \`npm run docs:build\` first.`);
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURI(pathname).replace(/\/$/, '/index.html');
    const file = join(FOLDER, path);
    const isThere = extname(file) !== '' && existsSync(file);
    const served = isThere ? file : join(FOLDER, '404.html');
    response.writeHead(isThere ? 200 : 404, {
      'content-type': TYPES[extname(served)] ?? 'application/octet-stream',
    });
    response.end(readFileSync(served));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    /** The address of a page, such as `debugger.html`. */
    address: (page = ''): string => `${origin}/${page}`,
    pages: globSync('**/*.html', { cwd: FOLDER }).toSorted(),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type BuiltSite = Awaited<ReturnType<typeof startBuiltSite>>;
