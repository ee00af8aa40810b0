import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { root } from '../../scripts/packages.ts';
import { describeError, type Failure, type FileReport, type Report } from './report.ts';

/** Writes the run as a `Report`. vitest's own JSON leaves out the message where a stack does not begin with it. */
export function reportTo(file: string): Reporter {
  return {
    onTestRunEnd: (modules, unhandledErrors) => {
      const failures: Failure[] = unhandledErrors.map((error) => ({
        path: '',
        name: 'outside of the tests',
        message: describeError(error),
      }));
      const files = modules.map((module) => fileReport(module, failures));
      writeFileSync(file, JSON.stringify({ files, failures } satisfies Report));
    },
  };
}

function fileReport(module: TestModule, failures: Failure[]): FileReport {
  const path = relative(root, module.moduleId);
  const count = { passed: 0, failed: 0, notRun: 0 };
  const fail = (name: string, errors: readonly Parameters<typeof describeError>[0][] = []) =>
    failures.push(...errors.map((error) => ({ path, name, message: describeError(error) })));
  for (const test of module.children.allTests()) {
    const { state, errors } = test.result();
    if (state === 'passed') count.passed++;
    else if (state === 'failed') count.failed++;
    else count.notRun++;
    fail(test.fullName, errors);
  }
  fail('the file', module.errors());
  for (const suite of module.children.allSuites()) fail(suite.fullName, suite.errors());
  return { path, ...count };
}
