import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from './packages.ts';
import { run } from './run.ts';

// Every folder with a tsconfig.json is a program of its own: what users import is checked without Node's types.
const programs = globSync(['packages/*/tsconfig.json', '*/tsconfig.json', 'examples/*/tsconfig.json'], {
  cwd: root,
  exclude: (name) => name === 'node_modules',
});
let failed = 0;
for (const program of programs.toSorted()) {
  failed += await run('tsc', ['--noEmit', '-p', dirname(program)]);
}
process.exitCode = failed === 0 ? 0 : 1;
