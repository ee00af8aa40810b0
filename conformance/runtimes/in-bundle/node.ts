import files from 'suite:files';
import { REPORT } from '../report-line.ts';
import { collect, run } from './run-tests.ts';

// Without a value to provide, the tests are only counted.
const [provided] = process.argv.slice(2);
const report =
  provided === undefined ? await collect(files) : await run(files, JSON.parse(provided) as object);
console.log(`${REPORT}${JSON.stringify(report)}`);
// What a test left behind must not keep the process.
process.exit();
