import { runtimes } from '../../runtimes/runtimes.ts';

/** The programs that packages are to run in: the oldest Node that is supported, and the one that runs the tests. */
export const NODES = { '20': runtimes['node-20'].version[0], '24': runtimes['node-24'].version[0] } as const;
