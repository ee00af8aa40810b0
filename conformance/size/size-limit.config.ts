import type { BuildOptions } from 'esbuild';
import { BUDGETS } from './budgets.ts';
import { bundling } from './bundling.ts';

/** For `size-limit --config`. */
export default BUDGETS.map(({ entry, name, limit }) => ({
  name,
  path: `entries/${entry}.ts`,
  limit: `${limit} kB`,
  gzip: true,
  modifyEsbuildConfig: (options: BuildOptions): BuildOptions => ({ ...options, ...bundling }),
}));
