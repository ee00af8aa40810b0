import type { Options } from 'tsup';

/** ESM-only dependencies. They are bundled into the CommonJS output, which could not `require` them everywhere. */
const ESM_ONLY = [/^@noble\/hashes/, /^jose$/];

/** The build of one published package: ESM and CommonJS, each with its own declarations. */
export function library({
  entry = ['src/index.ts'],
  platform = 'neutral',
}: Pick<Options, 'entry' | 'platform'> = {}): Options[] {
  const shared: Options = {
    entry,
    target: 'es2022',
    platform,
    sourcemap: false,
    minify: false,
    silent: true,
    dts: { compilerOptions: { noEmit: false } },
  };
  return [
    { ...shared, format: 'esm', splitting: true, outExtension: () => ({ js: '.js', dts: '.d.ts' }) },
    // Splitting CommonJS garbles static class blocks.
    {
      ...shared,
      format: 'cjs',
      splitting: false,
      noExternal: ESM_ONLY,
      outExtension: () => ({ js: '.cjs', dts: '.d.cts' }),
    },
  ];
}
