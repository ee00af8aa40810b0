import { globSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/packages.ts';

/** What users import. */
const PACKAGES = [
  'protocol-codec',
  'crypto-webcrypto',
  'provider-kit',
  'wechat-transit',
  'mmsp',
  'signature-debugger',
];

/** The tests of the packages, and of their exchange with the live sandbox. */
const FOLDERS = [...PACKAGES.map((name) => `packages/${name}/src`), 'conformance/runtimes/exchange'];

function testsIn(folder: string): string[] {
  const tests = globSync(`${folder}/**/*.test.ts`, { cwd: root }).toSorted();
  if (tests.length === 0) throw new Error(`${folder} has no tests`);
  return tests;
}

/** The one suite, as paths below the root. */
export const SUITE: readonly string[] = FOLDERS.flatMap(testsIn).filter(
  (path) => !path.endsWith('.node.test.ts'),
);

/** The other tests of packages: those about Node, and those of packages that only Node runs. */
export const NODE_TESTS: readonly string[] = testsIn('packages/*/src').filter(
  (path) => !SUITE.includes(path),
);

/** `@yinjian/x` is its source, so that tests never run a stale build. */
export const SOURCE_OF_PACKAGE = {
  find: /^@yinjian\/([a-z-]+)$/,
  replacement: join(root, 'packages/$1/src/index.ts'),
};
