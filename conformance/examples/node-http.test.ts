import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { merchants, type Sandbox, startSandbox } from '@yinjian/sandbox';
import { createWechatTransitClient } from '@yinjian/wechat-transit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRides } from '../../examples/node-http/src/rides.ts';
import { createNoticeServer } from '../../examples/node-http/src/server.ts';

const PATH = '/wechat/payment-notice';
const MAX_BYTES = 65_536;
const { direct } = merchants.wechatTransit;

let sandbox: Sandbox;
let server: Server;
let port = 0;
const rides = openRides(':memory:');

beforeAll(async () => {
  sandbox = await startSandbox({ timeScale: 0.01 });
  server = createNoticeServer({ credentials: direct, rides, publicUrl: 'https://merchant.example' });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await sandbox.close();
});

/** Sends bytes as they are, and gives what comes back until the connection ends. */
function exchange(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => void socket.write(text));
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer)).on('error', reject);
  });
}

const head = (method: string, path: string, ...headers: string[]) =>
  [`${method} ${path} HTTP/1.1`, 'Host: evil.example', 'Connection: close', ...headers, '', ''].join('\r\n');
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

describe('the server of the example for plain Node', () => {
  it.each([
    ['GET', PATH, 405],
    ['TRACE', PATH, 405],
    ['POST', '/', 404],
    ['POST', '//evil.example/', 404],
    ['POST', 'http://evil.example/', 404],
  ])('refuses %s %s: %i', async (method, path, status) => {
    expect(statusOf(await exchange(head(method, path, 'Content-Length: 0')))).toBe(status);
  });

  it('does not believe an empty body, nor bytes that are no text', async () => {
    expect(statusOf(await exchange(head('POST', PATH, 'Content-Length: 0')))).toBe(400);
    expect(statusOf(await exchange(`${head('POST', PATH, 'Content-Length: 4')}\u00ff\u00ff`))).toBe(400);
  });

  it('reads no further than its cap, whether or not the length is told', async () => {
    const told = head('POST', PATH, `Content-Length: ${MAX_BYTES + 1}`);
    expect(statusOf(await exchange(told))).toBe(413);
    const chunk = 'x'.repeat(MAX_BYTES + 1);
    const untold = head('POST', PATH, 'Transfer-Encoding: chunked');
    expect(statusOf(await exchange(`${untold}${chunk.length.toString(16)}\r\n${chunk}\r\n`))).toBe(413);
  });

  it('survives a connection that ends within a body', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(`${head('POST', PATH, 'Content-Length: 100')}<xml>`, () => socket.destroy());
      });
      socket.on('close', () => resolve());
    });
    expect(statusOf(await exchange(head('GET', PATH)))).toBe(405);
  });

  it('takes a fare with another amount only to refuse it, and the platform sends again', async () => {
    const out_trade_no = 'BUS20260101000009';
    rides.add(out_trade_no, 300);
    const client = createWechatTransitClient({ ...direct, baseUrl: sandbox.urls.wechatTransit });
    await client.payapply({
      body: '公交代扣',
      out_trade_no,
      total_fee: 200,
      spbill_create_ip: '127.0.0.1',
      notify_url: `http://127.0.0.1:${port}${PATH}`,
      trade_type: 'PAP',
      contract_id: 'Wx15463511252015071056489715',
      trade_scene: 'BUS',
      scene_info: {
        start_time: new Date(),
        line_name: '1路',
        qrcode_hash: 'a756836e7432437d98bbf07bdde2942c99f6a2ab88a72b60aa747fce54b093c6',
        plate_number: '京A00001',
      },
    });
    const attempts = () =>
      sandbox.notifications.find(({ number }) => number === out_trade_no)?.attempts ?? [];
    await expect.poll(() => attempts().length, { timeout: 10_000 }).toBeGreaterThan(1);
    expect(new Set(attempts().map(({ httpStatus }) => httpStatus))).toEqual(new Set([500]));
    expect(rides.isPaid(out_trade_no)).toBe(false);
  });
});
