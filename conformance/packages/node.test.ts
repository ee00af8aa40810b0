import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import { EXPECTED_PAYMENTS } from './programs/payments.ts';
import { EXPECTED_SIGNATURES } from './programs/signatures.ts';
import { bundle } from './support/bundle.ts';
import { makeConsumer } from './support/consumer.ts';
import { NODES } from './support/nodes.ts';
import { published } from './support/published.ts';

const run = promisify(execFile);

describe.each([
  ['20', 'ESM', 'esm', 'main.mjs', 1],
  ['20', 'CommonJS', 'cjs', 'main.cjs', 2],
  ['24', 'ESM', 'esm', 'main.mjs', 7],
  ['24', 'CommonJS', 'cjs', 'main.cjs', 8],
] as const)('a program in Node %s, %s', (version, _name, format, outfile, number) => {
  it('signs, verifies and pays', async () => {
    const folder = makeConsumer(`node-${version}-${format}`, number);
    const { imports } = await bundle(folder, { format, outfile, platform: 'node', packages: 'external' });
    expect(imports.filter((path) => !path.startsWith('@yinjian/'))).toEqual([]);
    const { stdout, stderr } = await run(NODES[version], [join(folder, outfile)]);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([EXPECTED_SIGNATURES, EXPECTED_PAYMENTS]);
  });
});

describe.each(Object.entries(NODES))('Node %s', (version, node) => {
  it('is the one that it is called', async () => {
    expect((await run(node, ['--version'])).stdout).toMatch(new RegExp(`^v${version}\\.`));
  });

  it.each(published().flatMap(({ manifest }) => Object.keys(manifest.bin ?? {})))(
    'runs the command %s, which is installed',
    async (command) => {
      const program = join(inject('installed'), 'node_modules/.bin', command);
      const { stdout, stderr } = await run(node, [program, '--help']);
      expect([stdout, stderr]).toEqual([expect.stringContaining(command), '']);
    },
  );
});
