import { describe, expect, it } from 'vitest';
import { omissions, testsByFile } from './report.ts';
import { fixture, runFixtures } from './run-fixtures.ts';
import { isPage, RUNTIME_NAMES } from './runtime-name.ts';
import { countTests } from './with-bundle.ts';

const mixed = fixture('mixed');

// Each browser has a file of its own, for where it is missing.
const names = RUNTIME_NAMES.filter((name) => !isPage(name));

describe.each(names)('tests run in %s', (name) => {
  const run = (files: readonly string[]) => runFixtures(name, files);

  it('pass, fail, or are not run', async () => {
    const report = await run([mixed]);
    expect(report.files).toEqual([{ path: mixed, passed: 3, failed: 3, notRun: 1 }]);
    expect(report.failures).toMatchObject([
      { path: mixed, name: 'mixed > fails', message: expect.stringMatching(/"amount": 2,.*"amount": 1,/s) },
      {
        name: 'mixed > does not assert what it announced',
        message: expect.stringContaining('expected number'),
      },
      { name: 'mixed > does not end', message: expect.stringContaining('timed out') },
    ]);
    const expected = testsByFile(await countTests([mixed]));
    expect(expected).toEqual(new Map([[mixed, 7]]));
    expect(omissions(report, expected)).toMatchObject([{ path: mixed, message: '1 did not run' }]);
  });

  it('fail where the file cannot be loaded, and the others are run', async () => {
    const { files, failures } = await run([fixture('broken'), mixed]);
    expect(new Set(files.map(({ passed }) => passed))).toEqual(new Set([0, 3]));
    expect(failures).toContainEqual(
      expect.objectContaining({
        path: fixture('broken'),
        message: expect.stringContaining('cannot be loaded'),
      }),
    );
  });

  it('fail where a promise is left rejected', async () => {
    const { failures } = await run([fixture('unhandled')]);
    expect(failures).toMatchObject([{ message: expect.stringContaining('left behind') }]);
  });
});

it('a file that cannot be loaded cannot be counted', async () => {
  const { failures } = await countTests([fixture('broken')]);
  expect(failures).toMatchObject([{ path: fixture('broken') }]);
});
