import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import { EXPECTED_PAYMENTS } from './programs/payments.ts';
import { EXPECTED_SIGNATURES } from './programs/signatures.ts';
import { bundle } from './support/bundle.ts';
import { makeConsumer } from './support/consumer.ts';
import { published } from './support/published.ts';

const run = promisify(execFile);

describe.each([
  ['ESM', 'esm', 'main.mjs', 1],
  ['CommonJS', 'cjs', 'main.cjs', 2],
] as const)('a program in %s', (_name, format, outfile, number) => {
  it('signs, verifies and pays', async () => {
    const folder = makeConsumer(`node-${format}`, number);
    const { imports } = await bundle(folder, { format, outfile, platform: 'node', packages: 'external' });
    expect(imports.filter((path) => !path.startsWith('@yinjian/'))).toEqual([]);
    const { stdout, stderr } = await run(process.execPath, [join(folder, outfile)]);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([EXPECTED_SIGNATURES, EXPECTED_PAYMENTS]);
  });
});

it.each(published().flatMap(({ manifest }) => Object.keys(manifest.bin ?? {})))(
  'the command %s is installed and runs',
  async (command) => {
    const { stdout } = await run(join(inject('installed'), 'node_modules/.bin', command), ['--help']);
    expect(stdout).toContain(command);
  },
);
