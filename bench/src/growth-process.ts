import { measureGrowth } from './growth.ts';

/* Started by run.ts, for the sake of V8's options. */

process.send?.(measureGrowth());
process.disconnect?.();
