import { execFile } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/packages.ts';
import { EXPECTED_PAYMENTS } from './programs/payments.ts';
import { EXPECTED_SIGNATURES } from './programs/signatures.ts';
import { complaintsOf } from './support/complaints-of.ts';
import { makeConsumer } from './support/consumer.ts';

const FROM_INSTALLED = ['--node-modules-dir=manual', '--no-lock'];

const DENO = join(root, 'node_modules/.bin/deno');
const options = { env: { ...process.env, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' } };

describe('a program in Deno with npm: specifiers', () => {
  let main = '';

  beforeAll(() => {
    const folder = makeConsumer('deno', 4);
    for (const file of globSync(join(folder, '*.ts'))) {
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll("'@yinjian/", "'npm:@yinjian/"));
    }
    main = join(folder, 'main.ts');
  });

  it('signs, verifies and pays, allowed nothing but the network', async () => {
    const args = ['run', ...FROM_INSTALLED, '--no-prompt', '--allow-net=127.0.0.1', main];
    const { stdout, stderr } = await promisify(execFile)(DENO, args, options);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([EXPECTED_SIGNATURES, EXPECTED_PAYMENTS]);
  });

  it('passes deno check', async () => {
    expect(await complaintsOf(DENO, ['check', ...FROM_INSTALLED, main], options)).toBe('');
  });
});
