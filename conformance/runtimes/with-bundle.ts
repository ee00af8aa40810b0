import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleTests } from './bundle.ts';
import type { Setting } from './exchange/support/setting.ts';
import { type Execution, execute } from './execute.ts';
import { inFolder } from './in-folder.ts';
import type { Report } from './report.ts';
import { findReport } from './report-line.ts';
import { SUITE } from './suite.ts';

const SECONDS = 600;

/** How many tests there are: registers them all in this Node, and runs none. */
export function countTests(files?: readonly string[]): Promise<Report> {
  return runInNode(process.execPath, [], files);
}

/** Runs the suite in a Node that need not be one that vitest supports. */
export function runInOldNode(node: string, setting: Setting, files?: readonly string[]): Promise<Report> {
  return runInNode(node, [JSON.stringify({ setting })], files);
}

function runInNode(node: string, args: readonly string[], files: readonly string[] = SUITE): Promise<Report> {
  return inFolder(async (folder) => {
    const outfile = join(folder, 'suite.mjs');
    await bundleTests({ entry: 'node.ts', outfile, condition: 'node', files });
    return toReport(await execute(node, [outfile, ...args], { seconds: SECONDS }));
  });
}

/** After 2026-08-04, from where on workerd gives every Worker what `nodejs_compat` gives, but for these flags. */
const COMPATIBILITY_DATE = '2026-11-01';

export const WITHOUT_NODE = ['no_nodejs_compat', 'no_nodejs_compat_v2'] as const;

/** Runs the suite in workerd, by the handler that `workerd test` calls. */
export function runInWorkerd(
  workerd: string,
  setting: Setting,
  flags: readonly string[],
  files: readonly string[] = SUITE,
): Promise<Report> {
  return inFolder(async (folder) => {
    const outfile = join(folder, 'suite.mjs');
    await bundleTests({ entry: 'worker.ts', outfile, condition: 'workerd', files });
    writeFileSync(join(folder, 'provided.json'), JSON.stringify({ setting }));
    writeFileSync(
      join(folder, 'config.capnp'),
      `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "suite", worker = (
      modules = [(name = "suite.mjs", esModule = embed "suite.mjs")],
      bindings = [(name = "provided", json = embed "provided.json")],
      compatibilityDate = "${COMPATIBILITY_DATE}",
      compatibilityFlags = [${flags.map((flag) => JSON.stringify(flag)).join(', ')}],
      globalOutbound = "this-machine",
    )),
    (name = "this-machine", network = (allow = ["127.0.0.1/32"])),
  ],
);
`,
    );
    return toReport(await execute(workerd, ['test', join(folder, 'config.capnp')], { seconds: SECONDS }));
  });
}

function toReport({ status, output }: Execution): Report {
  const report = findReport(output);
  if (report !== undefined && (status === 0 || report.failures.length > 0)) return report;
  const failure = { path: '', name: `the bundle ended with ${status}`, message: output };
  return { files: report?.files ?? [], failures: [failure] };
}
