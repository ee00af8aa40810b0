import { expect, it } from 'vitest';
import { table } from './table.ts';

it('shows every runtime, and why one is not there', () => {
  const row = { title: 'Node 24', version: '24.21.0', passed: 3505, failed: 0, seconds: 24.6 };
  const absent = { ...row, title: 'Firefox', absent: 'there is no /usr/bin/firefox-esr' };
  expect(table([row, absent, { ...absent, failed: 1 }])).toBe(
    [
      'runtime  version  passed  failed  seconds',
      'Node 24  24.21.0    3505       0       25',
      'Firefox                                    left out: there is no /usr/bin/firefox-esr',
      'Firefox                        1           left out: there is no /usr/bin/firefox-esr',
    ].join('\n'),
  );
});
