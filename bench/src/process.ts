import { do_not_optimize, measure } from 'mitata';
import { checkLibrary } from './checks.ts';
import type { Job, Library } from './peers/library.ts';

/*
 * The process of one library: checks it, then measures what it is asked to. Started by worker.ts with the name of a
 * file in peers/.
 */

/** What a process is asked to do. */
export type Request = { readonly check: true } | { readonly job: Job; readonly milliseconds: number };

/** What it answers. */
export type Answer = { readonly value: number } | { readonly error: string };

/** Runs between two readings of the clock, of a job that takes microseconds: shorter than what a scheduler gives. */
const BATCH = 32;

const { library } = (await import(`./peers/${process.argv[2]}.ts`)) as { library: Library };
const steps = new Map<Job, () => unknown>();

/** Concatenated strings are put together where somebody reads them: that is part of the job, so here is a reader. */
function finished(run: () => unknown): () => unknown {
  return () => {
    const result = run();
    do_not_optimize(typeof result === 'string' ? result.charCodeAt(0) : result);
    return result;
  };
}

/** Nanoseconds for one run: the median of many. */
async function time(job: Job, milliseconds: number): Promise<number> {
  const run = library.jobs[job];
  if (run === undefined) throw new Error(`no such job: ${job}`);
  const step = steps.get(job) ?? finished(run);
  steps.set(job, step);
  const { p50 } = await measure(step, {
    min_cpu_time: milliseconds * 1e6,
    batch_samples: BATCH,
    gc: false,
  });
  return p50;
}

process.on('message', (request: Request) => {
  const answer = 'check' in request ? checkLibrary(library) : time(request.job, request.milliseconds);
  answer.then(
    (value) => process.send?.({ value } satisfies Answer),
    (error: unknown) => process.send?.({ error: String(error) } satisfies Answer),
  );
});
