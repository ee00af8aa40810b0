import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { GrowthPanel } from './growth.ts';
import { plotGrowth } from './growth-plot.ts';
import { nextMessage } from './next-message.ts';
import { ratioTable, resultsPage } from './report.ts';
import { checkAll, measureSpeed, type SpeedOptions } from './speed.ts';

const USAGE = `Measures this library against others; writes RESULTS.md and growth.svg.

  npm run bench
  npm run bench -- --sessions 1 --rounds 5   shorter; 3 and 7 by default
  npm run bench -- --check                   only whether every library's results are right
`;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        check: { type: 'boolean', default: false },
        sessions: { type: 'string', default: '3' },
        rounds: { type: 'string', default: '7' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    for (const name of ['sessions', 'rounds'] as const) {
      if (!/^[1-9]\d?$/.test(values[name])) throw new Error(`--${name} must be a number from 1 to 99`);
    }
    return values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}

const values = readOptions();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const options: SpeedOptions = {
  sessions: Number(values.sessions),
  rounds: Number(values.rounds),
  milliseconds: 60,
};

const folder = join(import.meta.dirname, '..');
const load = () => loadavg()[0] ?? Number.NaN;

function measureGrowth(): Promise<unknown> {
  // A young generation, in MB, that holds whatever a run makes: how often it is collected is not what is measured.
  const execArgv = ['--max-semi-space-size=512'];
  return nextMessage(fork(join(import.meta.dirname, 'growth-process.ts'), { execArgv }));
}

await checkAll();
if (!values.check) {
  const before = load();
  const speed = await measureSpeed(options);
  console.log(`\n${ratioTable(speed)}\n`);
  const growth = (await measureGrowth()) as readonly GrowthPanel[];
  writeFileSync(join(folder, 'growth.svg'), plotGrowth(growth));
  writeFileSync(join(folder, 'RESULTS.md'), resultsPage({ speed, growth, options, load: [before, load()] }));
  console.log('written: bench/RESULTS.md, bench/growth.svg');
}
