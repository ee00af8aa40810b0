import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/packages.ts';
import { complaintsOf } from './support/complaints-of.ts';
import { makeConsumer } from './support/consumer.ts';
import { needsNode, needsPage, type Published, published } from './support/published.ts';

const bin = join(root, 'node_modules/.bin');
const packages = published();

/** Who imports: what package.json says, and what tsconfig.json says. */
const CONSUMERS = [
  ['node16, ESM', 'module', { module: 'node16', moduleResolution: 'node16' }],
  ['node16, CommonJS', 'commonjs', { module: 'node16', moduleResolution: 'node16' }],
  ['bundler', 'module', { module: 'esnext', moduleResolution: 'bundler' }],
] as const;

/** What it runs on: with DOM and no Node types, or with Node types and no DOM. */
const PLATFORMS = [
  [
    'a page',
    { lib: ['ES2022', 'DOM', 'DOM.Iterable'], types: [] },
    packages.filter((one) => !needsNode(one)),
  ],
  ['Node', { lib: ['ES2022'], types: ['node'] }, packages],
] as const;

const COMMON = {
  target: 'ES2022',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  skipLibCheck: false,
  allowImportingTsExtensions: true,
  noEmit: true,
};

describe.each(CONSUMERS)('a project in TypeScript with %s', (_name, type, resolution) => {
  it.each(PLATFORMS)('for %s compiles, declarations included', async (_platform, libraries, importable) => {
    const folder = makeProject({
      type,
      compilerOptions: { ...COMMON, ...resolution, ...libraries },
      importable,
    });
    expect(await complaintsOf(join(bin, 'tsc'), ['-p', folder])).toBe('');
  });
});

it('a project in TypeScript 6, which takes ten times as long, compiles too', async () => {
  const [[, type, resolution], [, [, libraries, importable]]] = [CONSUMERS[0], PLATFORMS];
  const compilerOptions = { ...COMMON, ...resolution, ...libraries };
  const folder = makeProject({ type, compilerOptions, importable });
  expect(await complaintsOf(join(bin, 'tsc6'), ['-p', folder])).toBe('');
});

let projects = 100;

interface ProjectOptions {
  readonly type: string;
  readonly compilerOptions: object;
  readonly importable: readonly Published[];
}

/** A project that imports all there is and, where it can, has the program that every consumer runs. */
function makeProject({ type, compilerOptions, importable }: ProjectOptions): string {
  projects += 1;
  const isForPages = !importable.some(needsNode);
  // A module that only pages know cannot be required, and its types name the DOM.
  const isImportable = (specifier: string) => !needsPage(specifier) || (isForPages && type === 'module');
  const specifiers = importable.flatMap((one) => one.specifiers).filter(isImportable);
  const imports = specifiers.map((specifier, index) => `import * as _${index} from '${specifier}';`);
  const uses = `export const all = [${specifiers.map((_, index) => `_${index}`).join(', ')}];`;
  const files = ['entries.ts', importable.some(needsNode) ? 'main.ts' : 'signatures.ts'];
  return makeConsumer(`typescript-${projects}`, projects, {
    'package.json': JSON.stringify({ type }),
    'tsconfig.json': JSON.stringify({ compilerOptions, files }),
    'entries.ts': [...imports, uses].join('\n'),
  });
}
