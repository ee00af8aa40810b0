import { run } from './run.ts';

// Ctrl-C reaches the program that is run, too, which then ends in order: wait for it.
process.on('SIGINT', () => {});

const built = await run('node', ['scripts/build.ts', '--javascript-only']);
process.exitCode =
  built === 0 ? await run('node', ['examples/end-to-end/src/main.ts', ...process.argv.slice(2)]) : built;
