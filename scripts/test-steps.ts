import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.ts';

/** What one part of `npm test` came to. */
export interface Step {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly note?: string;
}

type Counts = Pick<Step, 'passed' | 'failed'>;

/** A command that passes or fails as a whole. */
export async function gate(name: string, command: string, args: readonly string[]): Promise<Step> {
  console.log(`\n— ${name}`);
  const ok = (await run(command, args)) === 0;
  return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** There nothing may be missing. */
export const IN_CI = process.env['CI'] === 'true';

/** What cannot be run on this machine. */
export function leftOut(name: string, why: string): Step {
  return { name, passed: 0, failed: IN_CI ? 1 : 0, note: `left out: ${why}` };
}

/** Runs vitest projects and counts their tests; a run that ends without a report counts as one failure. */
export async function vitest(
  name: string,
  projects: readonly string[],
  args: readonly string[] = [],
): Promise<Step> {
  return await counted(name, async (report) => {
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const named = projects.map((project) => `--project=${project}`);
    const ok =
      (await run('vitest', ['run', '--config', 'vitest.workspace.ts', ...reporters, ...named, ...args])) ===
      0;
    const { numPassedTests, numFailedTests } = readReport(report);
    return atLeastOne({ passed: numPassedTests ?? 0, failed: numFailedTests ?? 0 }, ok);
  });
}

/** Runs the tests of pages in real browsers. */
export async function playwright(name: string, projects: readonly string[]): Promise<Step> {
  return await counted(name, async (report) => {
    const config = ['--config', 'conformance/browser/playwright.config.ts'];
    const named = projects.map((project) => `--project=${project}`);
    process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = report;
    const ok = (await run('playwright', ['test', ...config, ...named, '--reporter=dot,json'])) === 0;
    const { stats } = readReport(report) as {
      stats?: { expected: number; unexpected: number; skipped: number; flaky: number };
    };
    const { expected = 0, unexpected = 0, skipped = 0, flaky = 0 } = stats ?? {};
    return atLeastOne({ passed: expected, failed: unexpected + skipped + flaky }, ok);
  });
}

async function counted(name: string, count: (report: string) => Promise<Counts>): Promise<Step> {
  console.log(`\n— ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'yinjian-'));
  try {
    return { name, ...(await count(join(folder, 'report.json'))) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(path: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

/** A test file that cannot even be loaded fails the run without failing a test. */
function atLeastOne({ passed, failed }: Counts, ok: boolean): Counts {
  return { passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed };
}
