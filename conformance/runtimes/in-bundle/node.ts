import files from 'suite:files';
import { REPORT } from '../report-line.ts';
import { collect, run } from './run-tests.ts';

// vitest's timers do not keep the process, which would end before a test that waits for nothing else is given up.
setInterval(() => {}, 1_000_000);

// Without a value to provide, the tests are only counted.
const [provided] = process.argv.slice(2);
const report =
  provided === undefined ? await collect(files) : await run(files, JSON.parse(provided) as object);
console.log(`${REPORT}${JSON.stringify(report)}`);
// What a test left behind must not keep the process.
process.exit();
