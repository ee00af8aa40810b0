import { expect, it } from 'vitest';
import { fixture, runFixtures } from './run-fixtures.ts';

/** On a busy machine a browser takes half a minute. */
const SECONDS = 180;

/** What `runs.test.ts` shows of other runtimes, all at once: a browser takes its time to start. */
export function itSeesFailuresIn(name: 'chromium' | 'firefox' | 'webkitgtk'): void {
  const [mixed, broken, unhandled] = [fixture('mixed'), fixture('broken'), fixture('unhandled')];

  it(`tests run in ${name} pass, fail, are not run, or cannot be loaded`, {
    timeout: SECONDS * 1000,
  }, async () => {
    const { files, failures } = await runFixtures(name, [broken, mixed, unhandled]);
    expect(files.toSorted((a, b) => a.path.localeCompare(b.path))).toEqual([
      { path: broken, passed: 0, failed: 0, notRun: 0 },
      { path: mixed, passed: 3, failed: 3, notRun: 1 },
      { path: unhandled, passed: 1, failed: 0, notRun: 0 },
    ]);
    const seen = failures.map((failure) => [failure.path, failure.name, failure.message] as const);
    const about = (text: RegExp): unknown => expect.stringMatching(text);
    expect(seen).toHaveLength(5);
    expect(seen).toEqual(
      expect.arrayContaining([
        [broken, expect.any(String), about(/cannot be loaded|Failed to import test file/)],
        [mixed, 'mixed > fails', about(/"amount": 2,.*"amount": 1,/s)],
        [mixed, 'mixed > does not assert what it announced', about(/expected number/)],
        [mixed, 'mixed > does not end', about(/timed out/)],
        ['', expect.any(String), about(/left behind/)],
      ]),
    );
  });
}
