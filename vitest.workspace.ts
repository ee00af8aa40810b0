import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

/** `@yinjian/x` is its source, so that tests never run a stale build. */
const alias = [{ find: /^@yinjian\/([a-z-]+)$/, replacement: `${root}packages/$1/src/index.ts` }];

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'packages', include: ['packages/*/src/**/*.test.ts'], testTimeout: 20_000 },
      },
      {
        test: { name: 'scripts', include: ['scripts/*.test.ts'] },
      },
      {
        // How the suite is run and counted in the other runtimes.
        test: { name: 'runtimes', include: ['conformance/runtimes/*.test.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'oracles',
          include: ['conformance/oracles/**/*.oracle.test.ts'],
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: { name: 'corpus', include: ['conformance/corpus/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        // Runs against the built packages, as a user gets them.
        test: { name: 'docs', include: ['conformance/docs/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        // Packs what was built and installs it: wants `npm run build` first, and the npm registry. What is called
        // *.chromium.test.ts wants Chromium.
        test: {
          name: 'packed',
          include: ['conformance/{packages,examples}/**/*.test.ts'],
          globalSetup: ['conformance/packages/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
