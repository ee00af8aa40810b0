import { createExpect, expect, type SerializedConfig, type TestContext } from 'vitest';
import { collectTests, startTests } from 'vitest/internal/browser';
import { describeError, type Failure, type FileReport, type Report } from '../report.ts';

/** The test files, by path, each to be loaded when its turn comes. */
export type TestFiles = Readonly<Record<string, () => Promise<unknown>>>;

type Runner = Parameters<typeof startTests>[1];
type File = Awaited<ReturnType<typeof startTests>>[number];
type Task = File['tasks'][number];

/** As in `vitest.config.ts`, where it says something; else what vitest itself starts from. */
const config = {
  root: '/',
  testTimeout: 60_000,
  hookTimeout: 60_000,
  sequence: { hooks: 'stack', setupFiles: 'list', seed: 0 },
  setupFiles: [],
  tags: [],
  maxConcurrency: 1,
  retry: 0,
  allowOnly: false,
  passWithNoTests: false,
  taskTitleValueFormatTruncate: 40,
} as unknown as SerializedConfig;

const NO_ASSERTIONS = {
  assertionCalls: 0,
  isExpectingAssertions: false,
  isExpectingAssertionsError: null,
  expectedAssertionsNumber: null,
  expectedAssertionsNumberErrorGen: null,
};

/** vitest's own runner and `expect`, with nothing of Node around them. */
function runner(files: TestFiles): Runner {
  return {
    config,
    importFile: (path) => files[path]?.(),
    onBeforeTryTask: () => expect.setState(NO_ASSERTIONS),
    onAfterTryTask: () => {
      const { assertionCalls, expectedAssertionsNumber, expectedAssertionsNumberErrorGen, ...state } =
        expect.getState();
      if (expectedAssertionsNumber !== null && assertionCalls !== expectedAssertionsNumber) {
        throw expectedAssertionsNumberErrorGen?.() as Error;
      }
      if (state.isExpectingAssertions && assertionCalls === 0)
        throw state.isExpectingAssertionsError as Error;
    },
    extendTaskContext: (context: TestContext) =>
      Object.defineProperty(context, 'expect', { get: () => createExpect(context.task) }),
  };
}

/** Stands for the worker that vitest starts for each file. */
function provide(providedContext: object): void {
  const state = { config, providedContext, ctx: { pool: 'bundle' }, environment: { name: 'bundle' } };
  Object.defineProperty(globalThis, '__vitest_worker__', { configurable: true, value: state });
}

/** Registers the tests without running any. */
export async function collect(files: TestFiles): Promise<Report> {
  provide({});
  return report(await collectTests(Object.keys(files), runner(files)), []);
}

/**
 * Runs the tests, one after the other.
 *
 * @param provided what `inject` gives.
 */
export async function run(files: TestFiles, provided: object): Promise<Report> {
  provide(provided);
  const unhandled: unknown[] = [];
  const listen = (event: Event) => void unhandled.push((event as PromiseRejectionEvent).reason);
  globalThis.addEventListener?.('unhandledrejection', listen);
  try {
    const finished = await startTests(Object.keys(files), runner(files));
    // Rejections are told of after the task in which they were left.
    await new Promise((resolve) => setTimeout(resolve, 0));
    return report(finished, unhandled);
  } finally {
    globalThis.removeEventListener?.('unhandledrejection', listen);
  }
}

function report(files: readonly File[], unhandled: readonly unknown[]): Report {
  const failures: Failure[] = unhandled.map((reason) => ({
    path: '',
    name: 'an unhandled rejection',
    message: String(reason),
  }));
  return { files: files.map((file) => fileReport(file, failures)), failures };
}

function fileReport(file: File, failures: Failure[]): FileReport {
  const path = file.filepath;
  const count = { passed: 0, failed: 0, notRun: 0 };
  const visit = (task: Task | File, names: readonly string[]): void => {
    for (const error of task.result?.errors ?? []) {
      failures.push({ path, name: names.join(' > '), message: describeError(error) });
    }
    if (task.type === 'suite') for (const child of task.tasks) visit(child, [...names, child.name]);
    else if (task.result?.state === 'pass') count.passed++;
    else if (task.result?.state === 'fail') count.failed++;
    else count.notRun++;
  };
  visit(file, []);
  return { path, ...count };
}
