import { connect } from 'node:net';
import { operations as mmspOperations } from '@yinjian/mmsp';
import { operations as transitOperations } from '@yinjian/wechat-transit';
import { describe, expect, it } from 'vitest';
import { ConfigurationError, type SandboxOptions, startSandbox, TEST_CONTRACTS } from './index.ts';
import type { Overview } from './internal/overview.ts';
import { APPLY, applyFields, callTransit, post } from './testing/raw-requests.ts';
import { testSandbox } from './testing/test-sandbox.ts';

describe('startSandbox', () => {
  it('says at GET / what it is and lists every address, as text', async () => {
    const sandbox = await testSandbox();
    const response = await fetch(sandbox.urls.wechatTransit);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await response.text();
    for (const path of [APPLY, '/transit/queryorder', '/mmsp/quick-pay', '/mmsp/payout']) {
      expect(text).toMatch(new RegExp(`^ *POST ${path}\\b`, 'm'));
    }
    expect(text).not.toContain(sandbox.merchants.wechatTransit.partner.key);
  });

  it('lists every operation at GET /, in both languages', async () => {
    const sandbox = await testSandbox();
    const text = await (await fetch(sandbox.urls.wechatTransit)).text();
    for (const { name, title, ...operation } of [...mmspOperations, ...transitOperations]) {
      const address = 'path' in operation ? operation.path : String(operation.commandId);
      const line = text.split('\n').find((one) => one.includes(` ${name} `) && one.includes(address));
      expect(line).toContain(`${title.zh} ${title.en}`);
    }
    expect(text).toContain('GET/POST /payer/{token}  付款人页面');
  });

  it('gives the same as JSON to whoever accepts that', async () => {
    const sandbox = await testSandbox();
    const response = await fetch(sandbox.urls.wechatTransit, { headers: { accept: 'application/json' } });
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('vary')).toContain('accept');
    const { title, products, platformPublicKeyPem, routes } = (await response.json()) as Overview;
    expect(platformPublicKeyPem).toBe(sandbox.platformPublicKeyPem);
    expect(title).toEqual({ zh: expect.stringContaining('沙箱'), en: expect.stringContaining('sandbox') });
    expect(products.map(({ name }) => name)).toEqual([
      'wechatTransit',
      'quickPay',
      'scanPay',
      'gateway',
      'payout',
    ]);
    const listed = products.flatMap(({ operations }) => operations);
    expect(listed).toHaveLength(mmspOperations.length + transitOperations.length);
    expect(listed).toContainEqual({
      name: 'quickPay.pay',
      title: { zh: '快捷支付交易', en: expect.any(String) },
      commandId: 771,
    });
    expect(listed).toContainEqual({
      name: 'payapply',
      title: { zh: '申请扣款', en: expect.any(String) },
      path: APPLY,
      mode: 'partner',
    });
    expect(products[1]?.routes).toEqual([{ methods: ['POST'], path: '/mmsp/quick-pay' }]);
    expect(routes.map(({ path }) => path)).toEqual([
      '/',
      '/mmsp/payer-id',
      '/payopenplath5/wxh5pay',
      '/payer/{token}',
    ]);
  });

  it('takes a given port, and says so when it is taken', async () => {
    const sandbox = await testSandbox();
    const port = Number(new URL(sandbox.urls.quickPay).port);
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('names a wildcard address by one that can be called', async () => {
    const sandbox = await testSandbox({ host: '0.0.0.0' });
    expect(sandbox.urls.payout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/mmsp\/payout$/);
    expect((await fetch(sandbox.urls.wechatTransit)).status).toBe(200);
  });

  it.each<[keyof SandboxOptions, SandboxOptions]>([
    ['port', { port: -1 }],
    ['port', { port: 1.5 }],
    ['timeScale', { timeScale: Number.NaN }],
    ['timeScale', { timeScale: -1 }],
    ['notificationTimeoutSeconds', { notificationTimeoutSeconds: 0 }],
  ])('refuses an unusable %s', async (path, options) => {
    const error = await startSandbox(options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect((error as ConfigurationError).issues.map((issue) => issue.path)).toEqual([path]);
  });

  it('makes its own platform keys each time', async () => {
    const [one, other] = await Promise.all([testSandbox(), testSandbox()]);
    expect(one.platformPublicKeyPem).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    expect(one.platformPublicKeyPem).not.toBe(other.platformPublicKeyPem);
  });

  it('writes the times of the given clock and draws from the given source', async () => {
    const messages: string[] = [];
    for (let round = 0; round < 2; round++) {
      const sandbox = await testSandbox({
        clock: () => new Date('2026-01-01T00:00:00Z'),
        random: () => 0.5,
      });
      const reply = await callTransit(sandbox, APPLY, applyFields());
      messages.push(JSON.stringify([reply, sandbox.orders]));
    }
    expect(messages[0]).toContain('420020260101080000');
    expect(messages[0]).toBe(messages[1]);
  });
});

describe('the server', () => {
  it.each(['GET', 'PUT', 'DELETE'])('answers 405 to %s', async (method) => {
    const sandbox = await testSandbox();
    const response = await fetch(sandbox.urls.quickPay, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('answers 404 elsewhere', async () => {
    const sandbox = await testSandbox();
    expect((await post(`${sandbox.urls.wechatTransit}/pay/unifiedorder`, '<xml/>')).status).toBe(404);
  });

  it('reads no request above its cap, told beforehand or not', async () => {
    const sandbox = await testSandbox();
    expect((await post(sandbox.urls.payout, 'x'.repeat(200_000))).status).toBe(413);
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(50_000)),
    });
    const options = { method: 'POST', body: stream, duplex: 'half' } as RequestInit;
    const status = await fetch(sandbox.urls.payout, options).then(
      (response) => response.status,
      () => 'connection closed',
    );
    expect([413, 'connection closed']).toContain(status);
  });

  it('reads a request that comes in chunks', async () => {
    const sandbox = await testSandbox();
    const stream = new ReadableStream({
      start: (controller) => {
        for (const byte of new TextEncoder().encode('{"CommandID":1}'))
          controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const options = { method: 'POST', body: stream, duplex: 'half' } as RequestInit;
    const response = await fetch(sandbox.urls.quickPay, options);
    expect(await response.text()).toContain('CommandID is not known');
  });

  it('survives whatever comes, and shows nothing of its inside', async () => {
    const sandbox = await testSandbox();
    const paths = [APPLY, '/transit/queryorder', '/mmsp/quick-pay', '/mmsp/payout'];
    const bodies: (string | Uint8Array<ArrayBuffer>)[] = [
      '',
      'null',
      '[]',
      '{}',
      '"',
      '{"Body":{"a":"\\ud800"},"Sign":"x","CommandID":771}',
      '{"CommandID":771,"Body":[],"Sign":{}}',
      '{"__proto__":{"CommandID":771},"constructor":1,"CommandID":"771"}',
      '['.repeat(100_000),
      `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      '"'.repeat(100_000),
      '\\"'.repeat(50_000),
      `"${'\\"'.repeat(50_000)}`,
      '<xml>',
      '<xml><mch_id>1</mch_id></xml>',
      '<!DOCTYPE xml [<!ENTITY a "b">]><xml><appid>&a;</appid></xml>',
      '<xml><__proto__>1</__proto__><constructor>2</constructor></xml>',
      Uint8Array.of(0xff, 0xfe, 0xc3, 0x28),
      '{"ENCRYPT":"","SIGN":""}',
      '{"ENCRYPT":"AAAA","SIGN":"AAAA"}',
      JSON.stringify({ ENCRYPT: Buffer.alloc(128).toString('base64'), SIGN: 'AAAA' }),
      JSON.stringify({ ENCRYPT: Buffer.alloc(128, 255).toString('base64'), SIGN: 'AAAA' }),
      JSON.stringify({ ENCRYPT: Buffer.alloc(80_000, 1).toString('base64'), SIGN: 'AAAA' }),
    ];
    for (const path of paths) {
      for (const body of bodies) {
        const response = await post(`${sandbox.urls.wechatTransit}${path}`, body);
        expect(response.status).toBe(200);
        expect(await response.text()).not.toMatch(
          /\bat .*\.(?:ts|js)|SyntaxError|TypeError|RangeError|node_modules/,
        );
      }
    }
    const reply = await callTransit(sandbox, APPLY, applyFields());
    expect(reply['result_code']).toBe('SUCCESS');
  });

  it('survives what is not HTTP', async () => {
    const sandbox = await testSandbox();
    const { port } = new URL(sandbox.urls.payout);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('\u0000\u0001 nonsense\r\n\r\n'));
      socket.on('data', () => undefined);
      socket.on('error', () => undefined);
      socket.on('close', () => resolve());
    });
    expect((await fetch(sandbox.urls.wechatTransit)).status).toBe(200);
  });

  it('executes one of many equal requests that come at the same time', async () => {
    const sandbox = await testSandbox();
    const fields = applyFields({ contract_id: TEST_CONTRACTS.hangs });
    const replies = await Promise.all(Array.from({ length: 20 }, () => callTransit(sandbox, APPLY, fields)));
    const codes = replies.map((reply) => reply['err_code'] ?? reply['result_code']);
    expect(codes.filter((code) => code === 'SUCCESS')).toHaveLength(1);
    expect(codes.filter((code) => code === 'ORDER_ACCEPTED')).toHaveLength(19);
    expect(sandbox.orders).toHaveLength(1);
  });

  it('logs no personal data and no key', async () => {
    const lines: string[] = [];
    const sandbox = await testSandbox({ log: (line) => lines.push(line) });
    const fields = applyFields({ mobile: '18933432355', creid: '110102199701011000', extra: 'secret' });
    await callTransit(sandbox, APPLY, fields);
    expect(lines.join('\n')).toMatch(/payapply: ignored extra.*\npayapply: SUCCESS/);
    expect(lines.join('\n')).not.toMatch(/18933432355|110102199701011000|secret|SandboxPartnerKey/);
  });

  it('does not mind a log that throws', async () => {
    const sandbox = await testSandbox({
      log: () => {
        throw new Error('disk full');
      },
    });
    expect(await callTransit(sandbox, APPLY, applyFields())).toMatchObject({ result_code: 'SUCCESS' });
  });
});
