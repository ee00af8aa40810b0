#!/usr/bin/env node
import process from 'node:process';

// In Node it would win over NO_COLOR, with a warning as soon as the parser is loaded.
if (process.env['NO_COLOR']) delete process.env['FORCE_COLOR'];
const { run } = await import('./run.ts');

// Whoever reads the output may have had enough of it: `yinjian operations | head`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

process.exitCode = await run(process.argv.slice(2), process.env);
