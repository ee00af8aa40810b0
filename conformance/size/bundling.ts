import type { BuildOptions } from 'esbuild';

/** Bundles the built packages, which `tsconfig.json` would replace by their sources, as a user's bundler would. */
export const bundling = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  tsconfigRaw: '{}',
} as const satisfies BuildOptions;
