/** What became of one test file. */
export interface FileReport {
  /** Below the root. */
  readonly path: string;
  readonly passed: number;
  readonly failed: number;
  /** Skipped, or never reached. */
  readonly notRun: number;
}

export interface Failure {
  readonly path: string;
  /** The test, or what else it was. */
  readonly name: string;
  readonly message: string;
}

/** What a runtime makes of the suite. Plain data, to be sent from wherever it ran. */
export interface Report {
  readonly files: readonly FileReport[];
  readonly failures: readonly Failure[];
}

/** How many tests of each file were registered. */
export function testsByFile({ files }: Report): Map<string, number> {
  return new Map(files.map(({ path, passed, failed, notRun }) => [path, passed + failed + notRun]));
}

/** What was expected to run and did not: a runtime that silently ran less must not pass. */
export function omissions(report: Report, expected: ReadonlyMap<string, number>): Failure[] {
  const found = testsByFile(report);
  if (found.size === 0) return [{ path: '', name: 'the suite', message: 'No test was run' }];
  const miscounted = [...new Set([...expected.keys(), ...found.keys()])].flatMap((path) => {
    const [wanted, seen] = [expected.get(path) ?? 0, found.get(path) ?? 0];
    return wanted === seen ? [] : [{ path, name: 'its tests', message: `${wanted} expected, ${seen} seen` }];
  });
  const skipped = report.files.flatMap(({ path, notRun }) =>
    notRun === 0 ? [] : [{ path, name: 'its tests', message: `${notRun} did not run` }],
  );
  return [...miscounted, ...skipped];
}

/** What vitest knows of an error. */
interface TestError {
  readonly name?: string | undefined;
  readonly message: string;
  readonly diff?: string | undefined;
  readonly stack?: string | undefined;
  readonly cause?: unknown;
}

/** How many lines of the stack are shown. */
const FRAMES = 5;

const FRAME = /^\s*at |@.*:\d+:\d+$/;
/** Says nothing about ours. */
const FOREIGN_FRAME = /node_modules|node:internal|__vitest/;

/** An error in words: what, the difference, where. */
export function describeError({ name, message, diff, stack = '', cause }: TestError): string {
  const frames = stack
    .split('\n')
    .filter((line) => FRAME.test(line) && !FOREIGN_FRAME.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim());
  const because = isError(cause) ? `because of ${describeError(cause)}` : undefined;
  return [`${name ?? 'Error'}: ${message}`, diff, ...frames, because]
    .filter((part) => part !== undefined)
    .join('\n');
}

function isError(cause: unknown): cause is TestError {
  return typeof cause === 'object' && cause !== null && 'message' in cause;
}
