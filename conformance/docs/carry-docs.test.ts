import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { carryDocs } from '../../scripts/carry-docs.ts';

const METHODS = 'type Methods<T> = { readonly [Name in keyof T]: () => T[Name] };';

const PAY = `/**
 * Pays out. \`AMT\` in fen.
 *
 * @throws RequestError before anything is sent.
 */
declare const pay: 1;`;

/** As the bundler writes `import * as operations`. */
const NAMESPACE = `declare const operations_pay: typeof pay;
declare namespace operations {
  export {
    operations_pay as pay,
  };
}`;

const CLIENT = 'interface Client extends Methods<typeof operations> {}\nexport type { Client };';

const DOCUMENTED_CLIENT = `interface Client extends Methods<typeof operations> {
    /**
     * Pays out. \`AMT\` in fen.
     *
     * @throws RequestError before anything is sent.
     */
    readonly pay: Methods<typeof operations>['pay'];}
export type { Client };`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yinjian-docs-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (name: string, ...lines: string[]) => writeFileSync(join(folder, name), lines.join('\n'));
const text = (name: string) => readFileSync(join(folder, name), 'utf8');

it.each(['index.d.ts', 'index.d.cts'])('documents namespaces and clients in %s', (name) => {
  write(name, METHODS, PAY, NAMESPACE, CLIENT);
  carryDocs(folder);
  const docs = PAY.slice(0, PAY.indexOf('declare'));
  expect(text(name)).toBe([METHODS, PAY, docs + NAMESPACE, DOCUMENTED_CLIENT].join('\n'));
});

it.each([
  ['index.d.ts', 'chunk.d.ts', './chunk.js'],
  ['index.d.cts', 'chunk.d.cts', './chunk.cjs'],
])('finds the documentation of %s in %s, under another name', (name, chunk, specifier) => {
  write(chunk, PAY, 'export { pay as p };');
  write(name, `import { p as pay } from '${specifier}';`, METHODS, NAMESPACE, CLIENT);
  carryDocs(folder);
  expect(text(name)).toContain(DOCUMENTED_CLIENT);
});

it('leaves the rest of the declarations as it was', () => {
  write('index.d.ts', PAY, 'export { pay };');
  carryDocs(folder);
  expect(text('index.d.ts')).toBe(`${PAY}\nexport { pay };`);
});

it.each([
  ['a definition without documentation', 'declare const pay: 1;', NAMESPACE, 'Client.pay'],
  ['a definition that cannot be found', "import { pay } from './chunk.js';", NAMESPACE, 'Client.pay'],
  ['a namespace that is not there', '', '', 'Client.*'],
])('fails for %s', (_, definition, namespace, named) => {
  write('index.d.ts', METHODS, definition, namespace, CLIENT);
  expect(() => carryDocs(folder)).toThrow(`client methods without documentation: ${named}`);
});

it('asks for the documentation of what a client adds as well', () => {
  const client = 'interface Client extends Methods<typeof operations> { readonly handler: () => void }';
  write('index.d.ts', METHODS, PAY, NAMESPACE, client, 'export type { Client };');
  expect(() => carryDocs(folder)).toThrow('client methods without documentation: Client.handler');
});

it('documents a method whose type is told more closely, in its place', () => {
  const client = (docs: string) =>
    `interface Client extends Methods<typeof operations> {
    /** Of its own. */
    readonly first: () => void;
    ${docs}readonly pay: () => 1;
}`;
  write('index.d.ts', METHODS, '/** Pays. */', 'declare const pay: 1;', NAMESPACE, client(''));
  carryDocs(folder);
  expect(text('index.d.ts')).toContain(client('/** Pays. */\n    '));
});

it('leaves a method that has documentation of its own alone', () => {
  const client = `interface Client extends Methods<typeof operations> {
    /** Pays once. */
    readonly pay: () => 1;
}`;
  write('index.d.ts', METHODS, PAY, NAMESPACE, client);
  carryDocs(folder);
  expect(text('index.d.ts')).toContain(client);
});
