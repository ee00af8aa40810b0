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
    splitting: true,
    sourcemap: false,
    minify: false,
    silent: true,
    dts: { compilerOptions: { noEmit: false } },
  };
  return [
    { ...shared, format: 'esm', outExtension: () => ({ js: '.js', dts: '.d.ts' }) },
    { ...shared, format: 'cjs', noExternal: ESM_ONLY, outExtension: () => ({ js: '.cjs', dts: '.d.cts' }) },
  ];
}
