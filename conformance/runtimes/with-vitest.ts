import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/packages.ts';
import type { Setting } from './exchange/support/setting.ts';
import { execute } from './execute.ts';
import { inFolder } from './in-folder.ts';
import type { Report } from './report.ts';
import { SUITE } from './suite.ts';

const VITEST = join(root, 'node_modules/vitest/vitest.mjs');

/** What `vitest.config.ts` is told, as JSON in `YINJIAN_RUN`. */
export interface VitestRun {
  readonly setting: Setting;
  /** Below the root. */
  readonly files: readonly string[];
  /** Where the report goes. */
  readonly reportFile: string;
}

/**
 * Runs the suite under vitest, and vitest under the runtime.
 *
 * @param command the runtime, with what it needs to run a program.
 */
export function runWithVitest(
  [command, ...args]: readonly [string, ...string[]],
  setting: Setting,
  options: readonly string[] = [],
  files: readonly string[] = SUITE,
): Promise<Report> {
  return inFolder(async (folder) => {
    const reportFile = join(folder, 'report.json');
    const config = ['--config', 'conformance/runtimes/vitest.config.ts'];
    const { status, output } = await execute(command, [...args, VITEST, 'run', ...config, ...options], {
      env: { YINJIAN_RUN: JSON.stringify({ setting, files, reportFile } satisfies VitestRun) },
      seconds: 600,
    });
    const report = read(reportFile);
    if (status === 0 || report.failures.length > 0) return report;
    return { ...report, failures: [{ path: '', name: `vitest ended with ${status}`, message: output }] };
  });
}

function read(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return { files: [], failures: [] };
  }
}
