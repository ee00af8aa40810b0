import { execFile } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { root } from '../../scripts/packages.ts';
import { complaintsOf } from '../packages/support/complaints-of.ts';

const DENO = join(root, 'node_modules/.bin/deno');

const PROGRAM = `
import { Orders } from './src/orders.ts';
const orders = new Orders(await Deno.openKv(':memory:'));
const { number } = await orders.place(8800);
const told = await Promise.all(Array.from({ length: 20 }, () => orders.markPaid(number, 8800)));
const refused = await Promise.all([orders.markPaid(number, 1), orders.markPaid('0', 8800)].map((one) => one.catch(String)));
console.log(JSON.stringify({ firsts: told.filter(Boolean).length, isPaid: (await orders.find(number))?.isPaid, refused }));
`;

/** The example where its packages are installed from tarballs, as a user has it. */
describe('the example for Deno', () => {
  const folder = join(inject('installed'), 'deno-server');

  const options = { cwd: folder, env: { ...process.env, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' } };

  beforeAll(() => {
    const example = join(root, 'examples/deno-server');
    for (const name of ['src', 'deno.json'])
      cpSync(join(example, name), join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'program.ts'), PROGRAM);
  });

  it('passes deno check', async () => {
    const args = ['check', '--no-lock', 'src/main.ts', 'program.ts'];
    expect(await complaintsOf(DENO, args, options)).toBe('');
  });

  it('records a payment once, when it is told twenty times at once', async () => {
    const args = ['run', '--no-lock', '--allow-all', 'program.ts'];
    const { stdout } = await promisify(execFile)(DENO, args, options);
    expect(JSON.parse(stdout)).toEqual({
      firsts: 1,
      isPaid: true,
      refused: [expect.stringContaining('paid 1 fen'), expect.stringContaining('there is no order 0')],
    });
  });
});
