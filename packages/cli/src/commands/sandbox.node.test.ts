import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { startSandbox } from '@yinjian/sandbox';
import { describe, expect, it } from 'vitest';
import { jsonOf, resultOf, start, yinjian } from '../testing/program.ts';

/** What a sandbox that is up prints, line by line. */
const linesOf = (child: ChildProcess) =>
  createInterface({ input: child.stdout as NonNullable<ChildProcess['stdout']> })[Symbol.asyncIterator]();

async function nextJson(lines: ReturnType<typeof linesOf>): Promise<Record<string, unknown>> {
  const { value } = await lines.next();
  return JSON.parse(String(value)) as Record<string, unknown>;
}

describe('yinjian sandbox', () => {
  it('tells programs where it is, what happens and what the payer is sent, and ends on a signal', async () => {
    const child = start(['sandbox', '--json', '--time-scale', '0.01']);
    const ended = resultOf(child);
    const lines = linesOf(child);
    const { urls, merchants, platformPublicKeyPem, ...told } = await nextJson(lines);
    const url = String(told['url']);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(urls).toMatchObject({ quickPay: `${url}/mmsp/quick-pay`, wechatTransit: url });
    expect(merchants).toMatchObject({ mmsp: { MERNO: expect.any(String) } });
    expect(platformPublicKeyPem).toMatch(/^-----BEGIN PUBLIC KEY-----/);

    const fields = [
      'AMT=100',
      'CARDNO=6227000013830237349',
      'CARDTYPE=1',
      'NAME=张安',
      'ID_NO=1',
      'PHONENO=18826570890',
    ];
    const order = ['MERORDERID=20260101000001', 'NOTIFY_URL=http://127.0.0.1:9/n', ...fields];
    const placed = await yinjian(['call', 'quickPay.pay', ...order, '--sandbox', url, '--json']);
    expect(placed.status).toBe(0);
    expect(await nextJson(lines)).toEqual({ log: expect.stringContaining('quickPay.pay') });
    const { outcome } = jsonOf(placed) as { outcome: { data: { LIST_ID: string } } };
    const { LIST_ID } = outcome.data;
    expect(await nextJson(lines)).toEqual({
      textMessage: {
        number: '20260101000001',
        platformNumber: LIST_ID,
        code: expect.stringMatching(/^\d{4,6}$/),
      },
    });

    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([
    ['en', 'The sandbox is up'],
    ['zh', '沙箱已启动'],
  ])('tells people what to try: %s', async (language, words) => {
    const child = start(['sandbox', '--lang', language]);
    const ended = resultOf(child);
    const { value } = await linesOf(child).next();
    expect(value).toContain(words);
    child.kill('SIGINT');
    const { status, stdout } = await ended;
    expect(status).toBe(0);
    for (const told of ['001440353999853', 'BEGIN PUBLIC KEY', '/mmsp/payout', 'sub_mch_id']) {
      expect(stdout).toContain(told);
    }
  });

  it('says so where the port is taken', async () => {
    const sandbox = await startSandbox();
    const { port } = new URL(sandbox.urls.payout);
    const result = await yinjian(['sandbox', '--port', port]);
    await sandbox.close();
    expect(result).toEqual({
      status: 1,
      stdout: '',
      stderr: `Error: Port ${port} is in use; choose another with --port.\n`,
    });
  });

  it.each([
    ['--port', '70000'],
    ['--time-scale', '1000'],
    ['--tls-key-file', 'x'],
  ])('refuses %s %s', async (...args) => {
    expect(await yinjian(['sandbox', ...args])).toMatchObject({ status: 2, stdout: '' });
  });
});
