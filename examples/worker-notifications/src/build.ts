import { build } from 'esbuild';

/** Bundles the Worker as wrangler does: packages are resolved for `workerd`, and nothing stands in for Node. */
export async function buildWorker(): Promise<void> {
  await build({
    entryPoints: [`${import.meta.dirname}/worker.ts`],
    outfile: `${import.meta.dirname}/../dist/worker.js`,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    conditions: ['workerd'],
    external: ['cloudflare:*'],
    // The packages as they are built, not their sources, to which the `paths` of this repository lead.
    tsconfigRaw: '{}',
  });
}
