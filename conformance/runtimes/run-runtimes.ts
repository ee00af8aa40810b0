import { stripVTControlCharacters } from 'node:util';
import { execute } from './execute.ts';
import { startLiveSandbox } from './live-sandbox.ts';
import { type Failure, omissions, type Report, testsByFile } from './report.ts';
import type { RuntimeName } from './runtime-name.ts';
import { type Runtime, runtimes } from './runtimes.ts';
import { countTests } from './with-bundle.ts';

/** A line of the table. */
export interface Row {
  readonly title: string;
  readonly version: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  /** Why it was not run. */
  readonly absent?: string;
}

const NOTHING = { version: '', passed: 0, failed: 0, seconds: 0 };

/** Of each runtime; the number of all of them is always told. */
const SHOWN_FAILURES = 20;

/**
 * Runs the one suite in each of the runtimes, one after the other, and tells what failed as it goes. Needs the
 * packages built, because the sandbox runs as a user gets it.
 *
 * @param isRequired Whether a runtime that is not there is a failure, also where this machine cannot have it.
 */
export async function runRuntimes(names: readonly RuntimeName[], isRequired: boolean): Promise<Row[]> {
  const counted = await carefully(countTests);
  if (counted.failures.length > 0) {
    console.log('\n— the suite cannot be loaded');
    show(counted.failures);
    return [{ ...NOTHING, title: 'every runtime', failed: counted.failures.length }];
  }
  const expected = testsByFile(counted);
  const rows: Row[] = [];
  for (const name of names) rows.push(await runIn(name, runtimes[name], expected, isRequired));
  return rows;
}

async function runIn(
  name: RuntimeName,
  runtime: Runtime,
  expected: ReadonlyMap<string, number>,
  isRequired: boolean,
): Promise<Row> {
  console.log(`\n— ${runtime.title}`);
  const row = { ...NOTHING, title: runtime.title };
  const absent = runtime.ensure?.();
  const [command, ...args] = runtime.version;
  const asked = await execute(command, args);
  if (absent !== undefined || asked.status !== 0) {
    const reason = absent ?? `${command} does not start: ${asked.output.trim()}`;
    console.log(`left out: ${reason}`);
    // What npm installs is on every machine.
    return { ...row, failed: isRequired || runtime.ensure === undefined ? 1 : 0, absent: reason };
  }
  const started = Date.now();
  const report = await carefully(() => runAgainstSandbox(name, runtime));
  const seconds = (Date.now() - started) / 1000;
  const failures = [...report.failures, ...omissions(report, expected)];
  show(failures);
  const passed = report.files.reduce((sum, file) => sum + file.passed, 0);
  console.log(`${passed} passed, ${failures.length} failed, in ${seconds.toFixed(0)} s`);
  return { ...row, version: versionIn(asked.output), passed, failed: failures.length, seconds };
}

/** What cannot even begin has failed, and the other runtimes go on. */
async function carefully(task: () => Promise<Report>): Promise<Report> {
  try {
    return await task();
  } catch (error) {
    return { files: [], failures: [{ path: '', name: 'the run', message: String(error) }] };
  }
}

async function runAgainstSandbox(name: RuntimeName, { run }: Runtime): Promise<Report> {
  const { setting, close } = await startLiveSandbox(name);
  try {
    return await run(setting);
  } finally {
    await close();
  }
}

/** Whatever looks most like one: `v24.21.0`, `workerd 2026-11-17`, `Mozilla Firefox 153.7.0esr`. */
function versionIn(output: string): string {
  return /\d+[.-]\d+[\w.-]*/.exec(output)?.[0] ?? output.trim();
}

function show(failures: readonly Failure[]): void {
  for (const { path, name, message } of failures.slice(0, SHOWN_FAILURES)) {
    const where = [path, name].filter((part) => part !== '').join(' | ');
    console.log(`✗ ${where}\n${stripVTControlCharacters(message).replace(/^/gm, '    ')}`);
  }
  const more = failures.length - SHOWN_FAILURES;
  if (more > 0) console.log(`✗ and ${more} more`);
}
