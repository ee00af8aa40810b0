import * as fc from 'fast-check';

/** The seed of this run: `YINJIAN_SEED` to repeat an earlier one, otherwise a new one each time. */
export const seed = readSeed(process.env['YINJIAN_SEED']);

function readSeed(given: string | undefined): number {
  if (given === undefined || given === '') {
    return Math.trunc(Math.random() * 0x7fffffff);
  }
  const value = Number(given);
  if (!Number.isInteger(value)) {
    throw new RangeError('YINJIAN_SEED must be an integer');
  }
  return value;
}

/** For a test over thousands of messages, on a slow machine, with time to shrink a failing one; milliseconds. */
export const timeout = 120_000;

/** Says the seed whether or not anything fails, so that any run can be repeated. */
export function announceSeed(what: string): void {
  console.log(`${what}: seed ${seed}; to repeat this run set YINJIAN_SEED=${seed}`);
}

/** Runs the property on `messages` generated messages; fast-check prints the failing one, shrunk. */
export async function forEachGenerated<Message>(
  arbitrary: fc.Arbitrary<Message>,
  messages: number,
  check: (message: Message) => Promise<void>,
): Promise<void> {
  await fc.assert(fc.asyncProperty(arbitrary, check), { seed, numRuns: messages });
}
