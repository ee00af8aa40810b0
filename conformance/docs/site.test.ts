import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const docs = join(root, 'docs');
/** It stays: browsers open it in `conformance/browser`. */
const site = join(docs, '.vitepress/dist');
const node = join(root, 'node_modules/.bin/node');

/** A module that lets a program connect to this machine and to nothing else. */
const OFFLINE = `data:text/javascript,${encodeURIComponent(`
  import net from 'node:net';
  import { syncBuiltinESMExports } from 'node:module';
  const { connect } = net.Socket.prototype;
  net.Socket.prototype.connect = function (...args) {
    const { host = 'localhost', path } = net._normalizeArgs(args)[0];
    if (path === undefined && !/^(localhost|127\\.|::1)/.test(host)) throw new Error('connects to ' + host);
    return connect.apply(this, args);
  };
  syncBuiltinESMExports();
`)}`;

let pages: string[] = [];
const texts = new Map<string, string>();
function html(page: string): string {
  const text = texts.get(page) ?? readFileSync(join(site, page), 'utf8');
  texts.set(page, text);
  return text;
}

beforeAll(async () => {
  const run = (args: readonly string[]) =>
    promisify(execFile)(node, ['--import', OFFLINE, ...args], { cwd: docs });
  await run(['api-pages.ts']);
  // A dead link fails it.
  await run(['node_modules/vitepress/bin/vitepress.js', 'build']);
  pages = globSync('**/*.html', { cwd: site }).toSorted();
}, 600_000);

describe('the site', () => {
  it('has the same pages in both languages', () => {
    const all = pages.filter((page) => page !== '404.html');
    const chinese = all.filter((page) => page.startsWith('zh/'));
    expect(chinese.length).toBeGreaterThan(20);
    expect(chinese.map((page) => page.slice(3))).toEqual(all.filter((page) => !page.startsWith('zh/')));
  });

  it('has pages for the API of every package that is imported', () => {
    const modules = [
      'wechat-transit',
      'mmsp/index',
      'mmsp/payout',
      'sandbox',
      'crypto-webcrypto',
      'protocol-codec',
    ];
    expect(pages).toEqual(expect.arrayContaining(modules.map((name) => `api/${name}.html`)));
  });

  it('links only to pages and headings that exist', () => {
    const broken = pages.flatMap((page) =>
      [...html(page).matchAll(/<a [^>]*?href="([^":]*)"/g)]
        .map(([, href = '']) => new URL(href, `http://site/${page}`))
        .filter(({ pathname, hash }) => {
          const target = decodeURI(pathname.slice(1)).replace(/(^|\/)$/, '$1index.html');
          if (!existsSync(join(site, target))) return true;
          return hash !== '' && !html(target).includes(`id="${decodeURIComponent(hash.slice(1))}"`);
        })
        .map(({ pathname, hash }) => `${page}: ${pathname}${hash}`),
    );
    expect([...new Set(broken)]).toEqual([]);
  });

  it('takes nothing from another host', () => {
    const remote = [
      ...pages.map(
        (page) => [page, /<(?!a\b)[^>]*\s(?:src|href|srcset|poster|action)="?(?:https?:)?\/\//] as const,
      ),
      ...globSync('**/*.css', { cwd: site }).map(
        (file) => [file, /(?:url\(|@import )["']?(?:https?:)?\/\//] as const,
      ),
      ...globSync('**/*.js', { cwd: site }).map(
        (file) => [file, /(?:from|import|import\()\s*["'`](?:https?:)?\/\//] as const,
      ),
    ].filter(([file, pattern]) => pattern.test(html(file)));
    expect(remote.map(([file]) => file)).toEqual([]);
  });

  it('lets no page connect to anything, nor run a script that is not its own', () => {
    const policyOf = (page: string) =>
      /<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html(page))?.[1] ?? '';
    const wrong = pages.filter((page) => {
      const directives = policyOf(page).split('; ');
      const scripts = [...html(page).matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
        ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
      );
      const allowed = directives.find((directive) => directive.startsWith('script-src '))?.split(' ') ?? [];
      return (
        !["default-src 'none'", "connect-src 'none'", "form-action 'none'"].every((one) =>
          directives.includes(one),
        ) ||
        allowed.some((source) => source.includes('unsafe')) ||
        !scripts.every((hash) => allowed.includes(hash))
      );
    });
    expect(wrong).toEqual([]);
  });
});
