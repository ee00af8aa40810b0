import { run } from './run.ts';

const built = await run('node', ['scripts/build.ts', '--javascript-only']);
const ok = built && (await run('node', ['examples/end-to-end/src/main.ts', ...process.argv.slice(2)]));
process.exitCode = ok ? 0 : 1;
