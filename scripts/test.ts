import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Row, runRuntimes } from '../conformance/runtimes/run-runtimes.ts';
import { RUNTIME_NAMES } from '../conformance/runtimes/runtime-name.ts';
import { NODE_TESTS } from '../conformance/runtimes/suite.ts';
import { table } from '../conformance/runtimes/table.ts';
import { ensurePhp } from './php.ts';
import { run } from './run.ts';
import { readTestOptions } from './test-options.ts';

interface Step {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly note?: string;
}

const { runtimes } = readTestOptions(process.argv.slice(2));

// One seed for the whole run, so that one number repeats it.
process.env['YINJIAN_SEED'] ??= String(Math.trunc(Math.random() * 0x7fffffff));

// Escape codes are for people who look on.
if (!process.stdout.isTTY) process.env['NO_COLOR'] = '1';

const steps: Step[] = [];
let rows: Row[] = [];

async function gate(name: string, command: string, args: readonly string[]): Promise<void> {
  console.log(`\n— ${name}`);
  const ok = (await run(command, args)) === 0;
  steps.push({ name, passed: ok ? 1 : 0, failed: ok ? 0 : 1 });
}

/** Runs vitest projects and counts their tests; a run that ends without a report counts as one failure. */
async function vitest(
  name: string,
  projects: readonly string[],
  files: readonly string[] = [],
): Promise<void> {
  console.log(`\n— ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'yinjian-'));
  const report = join(folder, 'report.json');
  const args = ['run', '--config', 'vitest.workspace.ts', '--reporter=dot', '--reporter=json'];
  const status = await run('vitest', [
    ...args,
    `--outputFile.json=${report}`,
    ...projects.map((project) => `--project=${project}`),
    ...files,
  ]);
  steps.push({ name, ...count(report, status === 0) });
  rmSync(folder, { recursive: true, force: true });
}

function count(report: string, ok: boolean): { passed: number; failed: number } {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<
      string,
      number
    >;
    const passed = numPassedTests ?? 0;
    const failed = numFailedTests ?? 0;
    // A test file that cannot even be loaded fails the run without failing a test.
    return { passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function everything(): Promise<void> {
  await gate('lint', 'oxlint', ['--type-aware', '--deny-warnings']);
  await gate('format', 'biome', ['ci', '--linter-enabled=false']);
  await gate('types', 'node', ['scripts/typecheck.ts']);
  await gate('build', 'node', ['scripts/build.ts']);
  await vitest("Node's own tests", ['packages', 'runtimes'], [...NODE_TESTS, 'conformance/runtimes/']);
  rows = await runRuntimes(RUNTIME_NAMES);

  const phpIsMissing = ensurePhp();
  if (phpIsMissing === undefined) {
    await vitest('oracles (PHP, OpenSSL)', ['oracles']);
  } else {
    const failed = process.env['CI'] === 'true' ? 1 : 0;
    steps.push({ name: 'oracles (PHP, OpenSSL)', passed: 0, failed, note: `left out: ${phpIsMissing}` });
  }
  await vitest('README snippets and the main job', ['docs']);
}

if (runtimes === undefined) {
  await everything();
} else {
  await gate('build', 'node', ['scripts/build.ts', '--javascript-only']);
  rows = await runRuntimes(runtimes);
}

console.log('');
for (const { name, passed, failed, note } of steps) {
  console.log(
    `${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed${note === undefined ? '' : ` — ${note}`}`,
  );
}
console.log(`\n${table(rows)}`);
const passed = [...steps, ...rows].reduce((sum, step) => sum + step.passed, 0);
const failed = [...steps, ...rows].reduce((sum, step) => sum + step.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
