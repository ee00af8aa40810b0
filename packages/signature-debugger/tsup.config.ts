import { defineConfig } from 'tsup';
import { library } from '../../scripts/tsup-library.ts';
import { definitionsAsData } from './definitions-as-data.ts';

const [esm, commonjs] = library();

export default defineConfig([
  // The element is for pages, which know modules alone.
  { ...esm, entry: ['src/index.ts', 'src/element/index.ts'] },
  { ...commonjs },
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
      options.legalComments = 'eof';
    },
  },
]);
