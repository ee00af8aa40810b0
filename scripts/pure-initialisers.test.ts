import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { markPureInitialisers } from './pure-initialisers.ts';

/** As esbuild writes it before the modules of a chunk. */
const EXPORT =
  'var __export = (target, all) => { for (const name in all) Object.defineProperty(target, name, { get: all[name], enumerable: true }); };';

const MADE = 'function fen(max) { return { max }; }';

/** What it is, what is given, and what becomes of it. */
const CASES = [
  ['a call', `${MADE}\nvar AMT = fen(100);`, `${MADE}\nvar AMT = /* @__PURE__ */ fen(100);`],
  [
    'calls in an object and in arguments, but not in functions',
    `${MADE}\nvar fields = { AMT: fen(fen(1)), tell: () => fen(2), list: [fen(3)] };`,
    `${MADE}\nvar fields = { AMT: /* @__PURE__ */ fen(/* @__PURE__ */ fen(1)), tell: () => fen(2), list: [/* @__PURE__ */ fen(3)] };`,
  ],
  [
    'a call that is marked already',
    `${MADE}\nvar AMT = /* @__PURE__ */ fen(100);`,
    `${MADE}\nvar AMT = /* @__PURE__ */ fen(100);`,
  ],
  [
    'several variables of one statement',
    `${MADE}\nvar one, two = fen(2), three = fen(3);`,
    `${MADE}\nvar one, two = /* @__PURE__ */ fen(2), three = /* @__PURE__ */ fen(3);`,
  ],
  [
    'a new',
    'function Kept() {}\nvar kept = new Kept();',
    'function Kept() {}\nvar kept = /* @__PURE__ */ new Kept();',
  ],
  [
    'a spread',
    `${MADE}\nvar fields = { ...fen(1), AMT: 1 };`,
    `${MADE}\nvar fields = /* @__PURE__ */ (() => ({ ...fen(1), AMT: 1 }))();`,
  ],
  [
    'a property that is read',
    `${MADE}\nvar max = fen.length;`,
    `${MADE}\nvar max = /* @__PURE__ */ (() => (fen.length))();`,
  ],
  [
    'a class with a static property',
    `${MADE}\nvar Client = class {\n  static most = fen(1);\n};`,
    `${MADE}\nvar Client = /* @__PURE__ */ (() => { const Client = class {\n  static most = fen(1);\n}; return Client; })();`,
  ],
  [
    'the exports of a namespace',
    `${EXPORT}\nvar all_exports = {};\n__export(all_exports, {\n  pay: () => pay\n});\nfunction pay() {}`,
    `${EXPORT}\nvar all_exports = {};\nvar all_exports = /* @__PURE__ */ (() => { const all = {}; __export(all, {\n  pay: () => pay\n}); return all; })();\nfunction pay() {}`,
  ],
] as const;

const mark = (code: string) => markPureInitialisers(code, 'chunk.js');

/** What a bundler leaves of a module of which nothing is used. */
async function leftOf(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code },
    bundle: true,
    format: 'esm',
    treeShaking: true,
    write: false,
  });
  return outputFiles.map(({ text }) => text.replaceAll(/^\/\/.*\n/gm, '')).join('');
}

describe.each(CASES)('%s', (_what, given, expected) => {
  it('is marked', () => {
    expect(mark(given)).toBe(expected);
  });

  it('is dropped by a bundler where nobody uses it', async () => {
    expect(await leftOf(expected)).toBe('');
  });

  it('is not marked twice', () => {
    expect(mark(expected)).toBe(expected);
  });
});

it('needs the mark: a bundler keeps what has none', async () => {
  const unmarked = CASES.filter(([, given, expected]) => given !== expected);
  for (const [what, given] of unmarked) expect([what, await leftOf(given)]).not.toEqual([what, '']);
});

it('computes the same with the marks', async () => {
  const code = `
${EXPORT}
${MADE}
var all_exports = {};
__export(all_exports, { fen: () => fen });
var AMT = fen(100);
var fields = { ...AMT, made: new Map([['a', fen(1)]]), name: \`\${AMT.max}\` };
var Client = class { static most = fen(2); static self = () => Client.name; };
var result = [AMT, fields, Client.most, Client.name, Client.self(), Object.keys(all_exports), all_exports.fen(3)];
`;
  const evaluate = (text: string) => runInThisContext(`(() => {${text}\nreturn result;})()`) as unknown;
  expect(mark(code)).not.toBe(code);
  expect(evaluate(mark(code))).toEqual(evaluate(code));
});

it('leaves out the import of a chunk for its effects, and no other import', () => {
  const others = 'import { a } from "./chunk-B.js";\nexport { b } from "./chunk-C.js";\nexport {\n  a\n};\n';
  expect(mark(`import "./chunk-A.js";\n${others}`)).toBe(`\n${others}`);
});

it.each([
  [
    'a class with a static block',
    'var Kept = class {\n  static {\n    register(this);\n  }\n};',
    /^Kept has a static block/,
  ],
  ['a call for its effects', 'register();', /^chunk\.js has a side effect when it is loaded: register\(\);$/],
  ['an assignment', 'globalThis.kept = 1;', /^chunk\.js has a side effect/],
  ['a loop', 'for (const one of []) register(one);', /^chunk\.js has a side effect/],
  ['the import of a package for its effects', 'import "some-package";', /^chunk\.js has a side effect/],
])('refuses %s', (_what, code, message) => {
  expect(() => mark(code)).toThrow(message);
});
