import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { merchants } from '@yinjian/sandbox';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/packages.ts';
import { complaintsOf } from './support/complaints-of.ts';
import { needsNode, needsPage, type Published, published } from './support/published.ts';

const packages = published();
const attw = join(root, 'node_modules/.bin/attw');

/** Everything is bundled into the script for pages: this much of other people's. */
const SCRIPT = 'dist/standalone/signature-debugger.js';
const IN_SCRIPT = ['@noble/hashes', 'diff', 'jose', 'lit'];

it('are there for every package', () => {
  expect(packages.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['@yinjian/mmsp', '@yinjian/sandbox', '@yinjian/wechat-transit']),
  );
});

describe.each(packages)('the tarball of $name', (one) => {
  const { manifest, files, tarball } = one;

  it('has nothing that publint finds, suggestions included', async () => {
    const content = readFileSync(tarball);
    const buffer = content.buffer.slice(content.byteOffset, content.byteOffset + content.length);
    const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true, level: 'suggestion' });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  it('has types that attw finds no fault with, wherever exports are understood', async () => {
    // Not `node10`, which knows no exports: Node has them since 12, and TypeScript 7 has no such resolution.
    const forPages = one.specifiers
      .filter(needsPage)
      .map((specifier) => specifier.slice(one.name.length + 1));
    const others = forPages.length === 0 ? [] : ['--exclude-entrypoints', ...forPages];
    expect(await complaintsOf(attw, [tarball, '--profile', 'node16', '--format', 'ascii', ...others])).toBe(
      '',
    );
  });

  it('holds what was built, what it is and under which licence, and nothing else', () => {
    const allowed =
      /^(?:dist\/.+\.(?:js|cjs|d\.ts|d\.cts)|package\.json|README(?:\.zh-CN)?\.md|LICENSE|THIRD_PARTY_NOTICES\.md)$/;
    expect([...files.keys()].filter((path) => !allowed.test(path))).toEqual([]);
    expect(files.get('LICENSE')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
    for (const readme of ['README.md', 'README.zh-CN.md']) {
      expect(files.get(readme)).toMatch(new RegExp(`^# ${manifest.name}\n`));
    }
  });

  it('says in its package.json what it is, and nothing of the workspace', () => {
    expect(manifest).toMatchObject({
      license: 'MIT',
      description: expect.stringMatching(/^.{20,140}[^.]$/),
      engines: { node: '>=20.19' },
      publishConfig: { access: 'public' },
    });
    expect(manifest.keywords.length).toBeGreaterThanOrEqual(5);
    expect([...manifest.keywords]).toEqual([...new Set(manifest.keywords)]);
    expect(files.get('package.json')).not.toMatch(/workspace:|catalog:|"private"/);
    const ours = Object.entries(manifest.dependencies ?? {}).filter(([name]) => name.startsWith('@yinjian/'));
    for (const [, range] of ours) expect(range).toBe(`^${manifest.version}`);
  });

  it('tells nothing of the machine it was built on, nor of sources that are not in it', () => {
    const traces = [/\/home\//, /\/root\b/, /\/tmp\b/, /\/Users\//, /file:\/\//, /\.pnpm/, /node_modules/];
    const sources = [/(?<![\w.])src\/[\w./-]+\.ts/, /sourceMappingURL/];
    const found = [...files].flatMap(([path, text]) =>
      [...traces, ...(path.startsWith('dist/') ? sources : [])]
        .filter((pattern) => pattern.test(text))
        .map((pattern) => `${path}: ${pattern.exec(text)?.[0]}`),
    );
    expect(found).toEqual([]);
    expect([...files.values()].filter((text) => text.includes(root))).toEqual([]);
  });

  it('holds no secret: of keys only the published ones of the test merchant', () => {
    for (const [path, text] of files) {
      const keys = [
        ...text.matchAll(
          /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[\w+/=]|\s|\\n)*-----END [A-Z ]*PRIVATE KEY-----/g,
        ),
      ];
      const pems = keys.map(([pem]) => pem.replaceAll('\\n', '\n')).filter((pem) => /\w{20}/.test(pem));
      for (const pem of pems) expect([path, pem]).toEqual([path, merchants.mmsp.privateKeyPem.trim()]);
      expect([path, /npm_\w{36}|_authToken|gh[pousr]_\w{36}|AKIA[A-Z0-9]{16}|eyJhbGciOi/.exec(text)]).toEqual(
        [path, null],
      );
    }
  });

  it('depends on just what it imports, and on Node only where it says so', () => {
    const { imported, builtin } = importsOf(one);
    const bundled = bundledInto(one);
    expect(new Set([...imported, ...bundled])).toEqual(new Set(Object.keys(manifest.dependencies ?? {})));
    expect(builtin.size > 0).toBe(needsNode(one));
  });

  it('has the notices of what is bundled into it', () => {
    const notices = files.get('THIRD_PARTY_NOTICES.md') ?? '';
    const named = [...notices.matchAll(/^## (\S+)$/gm)].map(([, name]) => name);
    const inScript = files.has(SCRIPT) ? IN_SCRIPT : [];
    expect(new Set(named)).toEqual(new Set([...bundledInto(one), ...inScript]));
  });
});

/** What is imported or required, declarations included: packages, and built-ins of Node. */
function importsOf({ name: self, files }: Published, extension = /^dist\/.*\.(?:js|cjs|ts|cts)$/) {
  const imported = new Set<string>();
  const builtin = new Set<string>();
  for (const [path, text] of files) {
    if (!extension.test(path)) continue;
    for (const [, specifier = ''] of text.matchAll(
      /(?:\bfrom |\bimport |\b(?:import|require)\()["']([^."'][^"']*)["']/g,
    )) {
      const name = packageOf(specifier);
      if (specifier.startsWith('node:') || builtinModules.includes(name)) builtin.add(specifier);
      else if (name !== self) imported.add(name);
    }
  }
  return { imported, builtin };
}

/** What the ESM build imports and the CommonJS build, where there is one, holds itself. */
function bundledInto(one: Published): Set<string> {
  if (![...one.files.keys()].some((path) => path.endsWith('.cjs'))) return new Set();
  const { imported } = importsOf(one, /^dist\/.*\.js$/);
  const required = importsOf(one, /^dist\/.*\.cjs$/).imported;
  return new Set([...imported].filter((name) => !required.has(name)));
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
