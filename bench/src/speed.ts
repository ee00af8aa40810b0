import { type LibraryName, ROWS, type Row } from './rows.ts';
import { Worker } from './worker.ts';

/** Nanoseconds for one run, round by round: those of one round were measured within seconds of each other. */
export interface RowTimes {
  readonly row: Row;
  readonly times: ReadonlyMap<LibraryName, readonly number[]>;
}

export interface SpeedOptions {
  /** How often every process is started anew, because two starts of a program are not equally fast. */
  readonly sessions: number;
  /** In each session, after one that does not count. */
  readonly rounds: number;
  /** For one measurement. */
  readonly milliseconds: number;
}

/** Until what runs is compiled as well as it will be, on a machine that is busy too. */
const WARM_UP_MILLISECONDS = 400;

/** Every library that takes part in a row. */
function librariesOf({ ours, theirs }: Row): LibraryName[] {
  return [...ours, ...theirs.map(({ peer }) => peer)];
}

const LIBRARIES = [...new Set(ROWS.flatMap(librariesOf))];

/**
 * Has every library check every one of its jobs.
 *
 * @throws where a result is wrong or a forgery goes through
 */
export async function checkAll(): Promise<void> {
  for (const name of LIBRARIES) {
    const worker = new Worker(name);
    try {
      console.log(`${name}: ${await worker.check()} results are right`);
    } finally {
      worker.stop();
    }
  }
}

export async function measureSpeed(options: SpeedOptions): Promise<RowTimes[]> {
  const measured = ROWS.map((row) => ({
    row,
    times: new Map(librariesOf(row).map((name): [LibraryName, number[]] => [name, []])),
  }));
  for (let session = 1; session <= options.sessions; session++) {
    const workers = new Map(LIBRARIES.map((name) => [name, new Worker(name)]));
    try {
      for (const worker of workers.values()) await worker.check();
      for (let round = 0; round <= options.rounds; round++) {
        console.log(`session ${session}, round ${round === 0 ? '0, to warm up' : round}`);
        for (const { row, times } of measured) {
          // Another one begins each time, so that a machine that slows down favours nobody.
          for (const name of rotated(librariesOf(row), round)) {
            const job = row.theirs.find(({ peer }) => peer === name)?.job ?? row.job;
            const milliseconds = round === 0 ? WARM_UP_MILLISECONDS : options.milliseconds;
            const time = await workers.get(name)?.measure(job, milliseconds);
            if (round > 0 && time !== undefined) times.get(name)?.push(time);
          }
        }
      }
    } finally {
      for (const worker of workers.values()) worker.stop();
    }
  }
  return measured;
}

function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
