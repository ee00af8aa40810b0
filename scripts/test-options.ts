import { parseArgs } from 'node:util';
import { RUNTIME_NAMES, type RuntimeName } from '../conformance/runtimes/runtime-name.ts';

const USAGE = `npm test                               everything: gates, Node's own tests, every runtime, oracles, docs
npm test -- --runtime deno             the one suite in this runtime, and nothing else
npm test -- --runtime bun,chromium     in several
npm test -- --help                     this

Runtimes: ${RUNTIME_NAMES.join(', ')}
With CI=true nothing may be left out; otherwise what cannot be installed is reported and left out.`;

export interface TestOptions {
  /** The only runtimes to run, and nothing beside them; `undefined` for everything. */
  readonly runtimes: readonly RuntimeName[] | undefined;
}

/** Reads the options of `npm test`. Ends the process after `--help`, and for what it does not know. */
export function readTestOptions(args: readonly string[]): TestOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { runtime: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help === true) {
      console.log(USAGE);
      process.exit(0);
    }
    return { runtimes: values.runtime?.flatMap((names) => names.split(',')).map(runtimeName) };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

function runtimeName(name: string): RuntimeName {
  const found = RUNTIME_NAMES.find((one) => one === name.trim());
  if (found === undefined) throw new Error(`There is no runtime “${name}”`);
  return found;
}
