import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'examples/end-to-end/src/main.ts');
const node = join(root, 'node_modules/.bin/node');

it('runs the main job: everything comes out as it must, and no key is shown', async () => {
  const { stdout } = await promisify(execFile)(node, [program]);
  expect(stdout).toMatch(/\n(\d+) of \1 came out as they must/);
  expect(stdout).toContain('&key=********');
  expect(stdout).not.toContain('ea21842eea24e448b991b1cb0a0294cf');
  expect(stdout).not.toContain('6222020000000000000');
});

it('says where the signature debugger will be, and ends by itself in a script', async () => {
  const { stdout } = await promisify(execFile)(node, [program]);
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/--serve.* debugger at http:\/\/127\.0\.0\.1:\d+\/$/);
});

it('serves the signature debugger in a terminal, until Ctrl-C', async () => {
  const child = spawn('script', ['-qec', `exec ${node} ${program}`, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const closed = new Promise<number | null>((resolve) => void child.on('close', resolve));
  await expect.poll(() => output, { timeout: 20_000 }).toContain('keeps the sandbox up, too');
  const [page] = /(?<=until Ctrl-C: )http:\/\/127\.0\.0\.1:\d+\//.exec(output) ?? [''];
  expect((await fetch(page)).status).toBe(200);
  child.stdin.write('\u0003');
  expect(await closed).toBe(0);
});

it('refuses an option that it does not have, with the usage and exit code 2', async () => {
  await expect(promisify(execFile)(node, [program, '--sevre'])).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('npm start -- --serve'),
  });
});

it('keeps the sandbox up with --serve, and the signature debugger, until it is interrupted', async () => {
  const child = spawn(node, [program, '--serve'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const closed = new Promise<number | null>((resolve) => void child.on('close', resolve));
  await expect.poll(() => output, { timeout: 20_000 }).toContain('END PRIVATE KEY');
  const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [''];
  expect((await fetch(url)).status).toBe(200);
  const [page] = /(?<=signature debugger.*\n\s+)http:\/\/127\.0\.0\.1:\d+\//.exec(output) ?? [''];
  const opened = await fetch(page);
  expect(opened.headers.get('content-security-policy')).toMatch(/^default-src 'none';.* connect-src 'none'/);
  const [, script] = /<script type="module" src="([^"]+)"/.exec(await opened.text()) ?? [];
  expect((await fetch(new URL(script ?? '', page))).headers.get('content-type')).toMatch('text/javascript');
  expect((await fetch(new URL('/package.json', page))).status).toBe(404);
  child.kill('SIGINT');
  expect(await closed).toBe(0);
});
