import files from 'suite:files';
import { PROVIDED, REPORT } from '../page-paths.ts';
import { run } from './run-tests.ts';

const provided = (await (await fetch(PROVIDED)).json()) as object;
await fetch(REPORT, { method: 'POST', body: JSON.stringify(await run(files, provided)) });
