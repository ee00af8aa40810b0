import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { root } from '../../scripts/packages.ts';
import { EXPECTED_PAYMENTS } from './programs/payments.ts';
import { EXPECTED_SIGNATURES } from './programs/signatures.ts';
import { makeConsumer } from './support/consumer.ts';

it('a program in Bun signs, verifies and pays', async () => {
  const folder = makeConsumer('bun', 3);
  const bun = join(root, 'node_modules/.bin/bun');
  const { stdout, stderr } = await promisify(execFile)(bun, ['run', join(folder, 'main.ts')], {
    cwd: folder,
  });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual([EXPECTED_SIGNATURES, EXPECTED_PAYMENTS]);
});
