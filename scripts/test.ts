import { type Row, runRuntimes } from '../conformance/runtimes/run-runtimes.ts';
import { RUNTIME_NAMES } from '../conformance/runtimes/runtime-name.ts';
import { NODE_TESTS } from '../conformance/runtimes/suite.ts';
import { table } from '../conformance/runtimes/table.ts';
import { ensureBrowser } from './browsers.ts';
import { ensurePhp } from './php.ts';
import { readTestOptions } from './test-options.ts';
import { gate, IN_CI, leftOut, playwright, type Step, vitest } from './test-steps.ts';

const { runtimes } = readTestOptions(process.argv.slice(2));

// One seed for the whole run, so that one number repeats it.
process.env['YINJIAN_SEED'] ??= String(Math.trunc(Math.random() * 0x7fffffff));

// Escape codes are for people who look on.
if (!process.stdout.isTTY) process.env['NO_COLOR'] = '1';

const steps: Step[] = [];
let rows: Row[] = [];

async function everything(): Promise<void> {
  steps.push(await gate('lint', 'oxlint', ['--type-aware', '--deny-warnings']));
  steps.push(await gate('format', 'biome', ['ci', '--linter-enabled=false']));
  steps.push(await gate('types', 'node', ['scripts/typecheck.ts']));
  steps.push(await gate('unused code', 'knip', []));
  steps.push(await gate('build', 'node', ['scripts/build.ts']));
  steps.push(await gate('bundle sizes', 'node', ['conformance/size/report.ts']));
  await ownTests();
  rows = await runRuntimes(RUNTIME_NAMES, IN_CI);
  await comparisons();
  await packages();
  await pages();
}

/** Of what Node alone runs, of the scripts, and of the drivers of all runtimes. */
async function ownTests(): Promise<void> {
  const missing = (['chromium', 'firefox', 'webkitgtk'] as const).flatMap((browser) => {
    const why = ensureBrowser(browser);
    return why === undefined ? [] : [{ browser, why }];
  });
  const exclude = missing.flatMap(({ browser }) => ['--exclude', `**/*.${browser}.test.ts`]);
  steps.push(
    await vitest(
      "Node's own tests",
      ['packages', 'runtimes', 'scripts'],
      [...NODE_TESTS, 'conformance/runtimes/', 'scripts/', ...exclude],
    ),
  );
  for (const { browser, why } of missing) steps.push(leftOut(`failures in ${browser}`, why));
}

/** With second implementations: PHP, OpenSSL, Python, and the libraries that `bench/` measures. */
async function comparisons(): Promise<void> {
  const name = 'oracles (PHP, OpenSSL) and wrong signatures';
  const phpIsMissing = ensurePhp();
  steps.push(
    phpIsMissing === undefined ? await vitest(name, ['oracles', 'corpus']) : leftOut(name, phpIsMissing),
  );
  steps.push(await gate('what the benchmark compares', 'node', ['bench/src/run.ts', '--check']));
}

/** As users get them: tarballs, examples, READMEs. */
async function packages(): Promise<void> {
  const chromiumIsMissing = ensureBrowser('chromium');
  const exclude = chromiumIsMissing === undefined ? [] : ['--exclude', '**/*.chromium.test.ts'];
  steps.push(await vitest('packed packages and examples', ['packed'], exclude));
  if (chromiumIsMissing !== undefined)
    steps.push(leftOut('packages and examples in a page', chromiumIsMissing));
  steps.push(await vitest('documentation and the main job', ['docs']));
}

/** The debugger and a payment in real browsers. */
async function pages(): Promise<void> {
  for (const browser of ['chromium', 'firefox'] as const) {
    const name = `pages in ${browser}`;
    const isMissing = ensureBrowser(browser);
    steps.push(isMissing === undefined ? await playwright(name, [browser]) : leftOut(name, isMissing));
  }
}

if (runtimes === undefined) {
  await everything();
} else {
  steps.push(await gate('build', 'node', ['scripts/build.ts', '--javascript-only']));
  rows = await runRuntimes(runtimes, true);
}

console.log('');
for (const { name, passed, failed, note } of steps) {
  console.log(
    `${failed > 0 ? '✗' : passed > 0 ? '✓' : '–'} ${name}: ${passed} passed, ${failed} failed${note === undefined ? '' : ` — ${note}`}`,
  );
}
console.log(`\n${table(rows)}`);
const passed = [...steps, ...rows].reduce((sum, step) => sum + step.passed, 0);
const failed = [...steps, ...rows].reduce((sum, step) => sum + step.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
