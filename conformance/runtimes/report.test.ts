import { describe, expect, it } from 'vitest';
import { describeError, omissions, type Report } from './report.ts';

const file = (path: string, passed: number, notRun = 0) => ({ path, passed, failed: 0, notRun });
const report = (...files: Report['files']): Report => ({ files, failures: [] });
const expected = new Map([
  ['a', 2],
  ['b', 1],
]);

describe('what was left out', () => {
  it.each([
    ['nothing', report(file('a', 2), file('b', 1)), []],
    ['a file', report(file('a', 2)), ['b: 1 expected, 0 seen']],
    ['a test', report(file('a', 1), file('b', 1)), ['a: 2 expected, 1 seen']],
    ['a skipped test', report(file('a', 1, 1), file('b', 1)), ['a: 1 did not run']],
    ['too much', report(file('a', 2), file('b', 1), file('c', 1)), ['c: 0 expected, 1 seen']],
    ['everything', report(), [': No test was run']],
  ])('%s', (_, seen, told) => {
    expect(omissions(seen, expected).map(({ path, message }) => `${path}: ${message}`)).toEqual(told);
  });
});

describe('an error in words', () => {
  it('has the difference, and the frames that are ours', () => {
    const stack = [
      'Error: no',
      '    at ours (/work/packages/a.ts:1:2)',
      '    at theirs (/work/node_modules/b.js:3:4)',
      '    at node:internal/process/task_queues:105:5',
    ].join('\n');
    expect(describeError({ name: 'AssertionError', message: 'no', diff: '- 1\n+ 2', stack })).toBe(
      'AssertionError: no\n- 1\n+ 2\nat ours (/work/packages/a.ts:1:2)',
    );
  });

  it('keeps the message where the stack does not begin with it', () => {
    const stack = 'ours@http://localhost/packages/a.ts:1:2\ntheirs@http://localhost/node_modules/b.js:3:4';
    expect(describeError({ message: 'no', stack })).toBe(
      'Error: no\nours@http://localhost/packages/a.ts:1:2',
    );
  });
});
