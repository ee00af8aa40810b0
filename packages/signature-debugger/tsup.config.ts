import { defineConfig } from 'tsup';
import { library } from '../../scripts/tsup-library.ts';
import { definitionsAsData } from './definitions-as-data.ts';

export default defineConfig([
  ...library({ entry: ['src/index.ts', 'src/element/index.ts'] }),
  {
    // For one script tag: everything in it, the engine in chunks that follow.
    entry: { 'signature-debugger': 'src/element/define.ts' },
    outDir: 'dist/standalone',
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    splitting: true,
    minify: true,
    silent: true,
    noExternal: [/.*/],
    esbuildPlugins: [definitionsAsData],
    esbuildOptions(options) {
      options.charset = 'utf8';
      options.legalComments = 'linked';
    },
  },
]);
