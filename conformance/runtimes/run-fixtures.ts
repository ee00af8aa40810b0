import type { Setting } from './exchange/support/setting.ts';
import type { Report } from './report.ts';
import type { RuntimeName } from './runtime-name.ts';
import { runtimes } from './runtimes.ts';

/** The path of a file of tests that are no part of the suite. */
export const fixture = (name: 'mixed' | 'broken' | 'unhandled') => `conformance/runtimes/fixtures/${name}.ts`;

/** Runs them in a runtime, without a sandbox. */
export function runFixtures(runtime: RuntimeName, files: readonly string[]): Promise<Report> {
  const setting = {
    runtime,
    urls: { wechatTransit: 'http://127.0.0.1:9' },
    controlUrl: 'http://127.0.0.1:9/control',
  } as Setting;
  return runtimes[runtime].run(setting, files);
}
