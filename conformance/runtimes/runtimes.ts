import { join } from 'node:path';
import { ensureBrowser, executable, miniBrowser } from '../../scripts/browsers.ts';
import { root } from '../../scripts/packages.ts';
import type { Setting } from './exchange/support/setting.ts';
import type { Report } from './report.ts';
import type { RuntimeName } from './runtime-name.ts';
import { runInOldNode, runInWorkerd, WITHOUT_NODE } from './with-bundle.ts';
import { runWithVitest } from './with-vitest.ts';
import { runInWebKit } from './with-webkit.ts';

export interface Runtime {
  readonly title: string;
  /** A command that prints the version, and by that shows that the runtime is there. */
  readonly version: readonly [command: string, ...args: string[]];
  readonly run: (setting: Setting, files?: readonly string[]) => Promise<Report>;
  /** Makes it available where that is possible. `undefined`, or the reason why it is not there. */
  readonly ensure?: () => string | undefined;
}

const program = (name: string) => join(root, 'node_modules/.bin', name);
const oldNode = join(root, 'conformance/runtimes/node-20/node_modules/.bin/node');

export const runtimes: Readonly<Record<RuntimeName, Runtime>> = {
  'node-20': {
    title: 'Node 20',
    version: [oldNode, '--version'],
    run: (setting, files) => runInOldNode(oldNode, setting, files),
  },
  'node-24': {
    title: 'Node 24',
    version: [program('node'), '--version'],
    run: (setting, files) => runWithVitest([program('node')], setting, [], files),
  },
  deno: {
    title: 'Deno',
    version: [program('deno'), '--version'],
    run: (setting, files) => runWithVitest([program('deno'), 'run', '-A'], setting, [], files),
  },
  bun: {
    title: 'Bun',
    version: [program('bun'), '--version'],
    // Bun cannot serve as a forked worker of vitest.
    run: (setting, files) => runWithVitest([program('bun'), '--bun'], setting, ['--pool=threads'], files),
  },
  workerd: {
    title: 'workerd',
    version: [program('workerd'), '--version'],
    run: (setting, files) => runInWorkerd(program('workerd'), setting, WITHOUT_NODE, files),
  },
  'workerd-nodejs-compat': {
    title: 'workerd, nodejs_compat',
    version: [program('workerd'), '--version'],
    run: (setting, files) => runInWorkerd(program('workerd'), setting, [], files),
  },
  chromium: {
    title: 'Chromium',
    version: [executable.chromium, '--version'],
    run: (setting, files) => runWithVitest([program('node')], setting, [], files),
    ensure: () => ensureBrowser('chromium'),
  },
  firefox: {
    title: 'Firefox',
    version: [executable.firefox, '--version'],
    run: (setting, files) => runWithVitest([program('node')], setting, [], files),
    ensure: () => ensureBrowser('firefox'),
  },
  webkitgtk: {
    title: 'WebKitGTK',
    // None of its programs tells.
    version: ['dpkg-query', '--show', '--showformat=${Version}', 'webkit2gtk-driver'],
    run: (setting, files) => runInWebKit(miniBrowser(), setting, files),
    ensure: () => ensureBrowser('webkitgtk'),
  },
};
