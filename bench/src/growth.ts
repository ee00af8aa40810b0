import { do_not_optimize } from 'mitata';
import { GROWTH, type GrowthCase } from './growth-cases.ts';
import { slope } from './statistics.ts';

/** From 1 kB to 1 MB. */
export const SIZES: readonly number[] = [1, 4, 16, 64, 256, 1024].map((kilobytes) => kilobytes * 1024);

/** How the time of one function grows with one shape of input. */
export interface GrowthLine {
  readonly shape: string;
  readonly refused: boolean;
  /** Nanoseconds for a byte, by size. */
  readonly perByte: readonly number[];
  /** The power of the size that the time grows with, from 16 kB on: 1 is linear, 2 is quadratic. */
  readonly power: number;
}

export interface GrowthPanel {
  readonly name: string;
  readonly lines: readonly GrowthLine[];
}

/** How often everything is measured; the least time counts, because load only ever adds to it. */
const ROUNDS = 7;

/** Short inputs are run until this much time has passed. */
const MILLISECONDS = 10;

/** @throws where an input that is to be read is refused, or the other way round */
export function measureGrowth(): GrowthPanel[] {
  const cases = GROWTH.flatMap(({ cases: ofFunction }) => ofFunction);
  const best = new Map(cases.map((one) => [one, SIZES.map(() => Number.POSITIVE_INFINITY)]));
  for (let round = 1; round <= ROUNDS; round++) {
    console.log(`growth, round ${round}`);
    for (const one of cases) {
      const times = best.get(one) ?? [];
      for (const [i, size] of SIZES.entries()) {
        times[i] = Math.min(times[i] ?? Number.NaN, time(one, size) / size);
      }
    }
  }
  return GROWTH.map(({ name, cases: ofFunction }) => ({
    name,
    lines: ofFunction.map((one) => lineOf(one, best.get(one) ?? [])),
  }));
}

function lineOf({ shape, refused }: GrowthCase, perByte: readonly number[]): GrowthLine {
  const points = SIZES.map(
    (size, i) => [Math.log(size), Math.log((perByte[i] ?? Number.NaN) * size)] as const,
  );
  return { shape, refused: refused ?? false, perByte, power: slope(points.slice(2)) };
}

/** Nanoseconds for one run. */
function time(one: GrowthCase, size: number): number {
  const run = settled(one, size);
  let runs = 0;
  const start = performance.now();
  let elapsed: number;
  do {
    run();
    runs++;
    elapsed = performance.now() - start;
  } while (elapsed < MILLISECONDS);
  return (elapsed * 1e6) / runs;
}

function settled({ shape, refused, prepare }: GrowthCase, size: number): () => void {
  const run = prepare(size);
  const attempt = () => {
    try {
      const result = run();
      // Concatenated strings are put together where somebody reads them.
      do_not_optimize(typeof result === 'string' ? result.charCodeAt(0) : result);
      return false;
    } catch {
      return true;
    }
  };
  if (attempt() !== (refused ?? false)) {
    throw new Error(`${shape}, ${size}: ${refused ? 'is read' : 'is refused'}`);
  }
  return attempt;
}
