import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BUDGETS, type Budget } from './budgets.ts';
import { ELEMENT_TARGET, type ElementSize, elementSizes } from './element.ts';
import { type Measured, measure } from './measure.ts';
import { namesOf, problemsOf } from './problems.ts';
import { textsWithVite } from './vite.ts';

// Fails where a bundle is above its limit or has what nobody asked for, and where RESULTS.md is not what was measured;
// with --write it is written first.

interface Checked {
  readonly name: string;
  readonly passed: boolean;
  readonly size: number;
}

interface Row {
  readonly budget: Budget;
  readonly checked: Checked;
  readonly measured: Measured;
  /** The texts in Vite's bundle. */
  readonly texts: readonly string[];
}

function sizeLimit(): Checked[] {
  const config = join(import.meta.dirname, 'size-limit.config.ts');
  const { stdout, stderr } = spawnSync('size-limit', ['--json', '--config', config], { encoding: 'utf8' });
  const checked: unknown = stdout === '' ? stderr : JSON.parse(stdout);
  if (!Array.isArray(checked))
    throw new Error('size-limit measured nothing; is everything built?', { cause: checked });
  return checked as Checked[];
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);

function resultRow({ budget: { name, target }, checked: { size } }: Row): string {
  if (target === undefined) return `| ${name} | | ${kB(size)} | none set |`;
  const verdict = size <= target * 1000 ? 'met' : `**target missed** by ${kB(size - target * 1000)}`;
  return `| ${name} | ${target} | ${kB(size)} | ${verdict} |`;
}

function breakdownRow({ budget: { name }, measured: { groups, words } }: Row, packages: readonly string[]) {
  const cells = packages.map((group) => (groups[group] === undefined ? '' : kB(groups[group])));
  return `| ${name} | ${cells.join(' | ')} | ${kB(words)} |`;
}

function table(head: readonly string[], rows: readonly string[]): string {
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [`| ${head.join(' | ')} |`, `| ${rule.join(' | ')} |`, ...rows].join('\n');
}

function results(rows: readonly Row[], element: readonly ElementSize[]): string {
  const packages = [...new Set(rows.flatMap(({ measured }) => Object.keys(measured.groups)))].toSorted();
  return `# Bundle sizes

Written by \`npm run size\`. The built packages, each bundled by esbuild as a user would, with all dependencies,
minified and compressed with gzip. 1 kB is 1000 bytes. \`budgets.ts\` holds the targets and the limits: above its limit a
bundle fails the gate, and where the target is missed the limit is what was reached, rounded up.

${table(['what', 'target, kB', 'size, kB', 'target'], rows.map(resultRow))}

The same gate asserts that no bundle imports anything (a built-in of Node, for one), holds code of a package it does not
need, or names an operation that its entry does not lead to; Vite's bundles are searched for such names as well.

## What they are made of

By package in kB, minified and not compressed. The last column is what of the compressed size are words for people: the
Chinese and English titles of the fields and states, what the error tables say, and the messages. They are part of what
the packages tell a caller, and Chinese compresses badly.

${table(
  ['what', ...packages, 'words, compressed'],
  rows.map((row) => breakdownRow(row, packages)),
)}

## Why the targets are missed

- **\`canonicalizeJson\`** holds two ways for texts and two for objects: one that takes anything, reads number lexemes as they
  are and refuses what two readers could understand differently, and a short one that is twice as fast for what comes all
  the time. The short ones are about a quarter of it. Who needs one direction alone imports that.
- **\`verifyNotification\`** rests on \`verifySign\`, which is as large as the target by itself: MD5 for hosts that offer none
  (\`@noble/hashes\`), the canonical form of a text, a comparison in constant time. The rest reads fields and judges states,
  and is the definitions of the notifications of three products with the Chinese and English words that documentation and
  the debugger show. A field is data that both directions share; the checks of values that are sent, and \`valibot\` with
  them, are not in it.
- **One operation and the clients** carry those checks, both directions of signing, and what makes the outcome: every state
  and error of the tables with its meaning in words. A client remembers fingerprints of the orders it has sent, for which
  it needs HMAC-SHA256 on any host. Definitions and words are about half of the MMSP client, which has 35 operations.

## The element

\`<signature-debugger>\` by one script tag: in kB, what a page has loaded when

${table(
  ['', 'loaded, kB'],
  element.map(({ name, bytes }) => `| ${name} | ${kB(bytes)} |`),
)}

The target is ${ELEMENT_TARGET} for everything${all(element) <= ELEMENT_TARGET * 1000 ? '' : `: **missed** by ${kB(all(element) - ELEMENT_TARGET * 1000)}`}. What is seen first is far below it, and the rest
follows from the same folder while somebody looks at it. A third of the rest are words in two languages: titles of all fields
of all operations, and what is said of some two hundred mistakes. Without a single word the whole would still be twice
the target.
`;
}

const all = (element: readonly ElementSize[]): number => element.at(-1)?.bytes ?? 0;

const checks = new Map(sizeLimit().map((checked) => [checked.name, checked]));
const rows: Row[] = [];
for (const budget of BUDGETS) {
  const checked = checks.get(budget.name);
  if (checked === undefined) throw new Error(`size-limit did not measure ${budget.name}`);
  rows.push({ budget, checked, measured: await measure(budget), texts: await textsWithVite(budget) });
}
const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const file = join(import.meta.dirname, 'RESULTS.md');
const element = elementSizes();
const report = results(rows, element);
if (values.write) writeFileSync(file, report);

const problems = [
  ...(readFileSync(file, 'utf8') === report ? [] : ['RESULTS.md is stale: run `npm run size`']),
  ...rows.flatMap(({ budget, checked, measured, texts }) => [
    ...(checked.passed ? [] : [`${budget.name} is ${kB(checked.size)} kB, more than ${budget.limit}`]),
    ...problemsOf(budget, measured).map((problem) => `${budget.name} ${problem}`),
    ...namesOf(budget, texts).map((problem) => `${budget.name}, bundled by Vite, ${problem}`),
  ]),
  ...element
    .filter(({ bytes, limit }) => bytes > limit * 1000)
    .map(({ name, bytes, limit }) => `the element, ${name}: ${kB(bytes)} kB, more than ${limit}`),
];
for (const { budget, checked } of rows) {
  console.log(
    `${kB(checked.size)} kB of ${budget.limit} (target ${budget.target ?? 'none'}): ${budget.name}`,
  );
}
for (const problem of problems) console.error(`✗ ${problem}`);
if (problems.length > 0) process.exitCode = 1;
