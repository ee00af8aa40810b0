import { createGatewayClient } from '@yinjian/mmsp/gateway';
import { type Sandbox, startSandbox } from '@yinjian/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../examples/hono-node/src/app.ts';
import { openOrders } from '../../examples/hono-node/src/orders.ts';
import { confirmPayment, submitForm } from '../../examples/walkthrough/src/browser.ts';

const publicUrl = 'http://127.0.0.1:9';

let sandbox: Sandbox;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  sandbox = await startSandbox({ timeScale: 0.01 });
  const { MERNO, TERMNO, md5Key } = sandbox.merchants.mmsp;
  const gatewayUrl = sandbox.urls.gateway;
  const client = createGatewayClient({ MERNO, TERMNO, md5Key, url: gatewayUrl });
  app = createApp({ client, orders: openOrders(':memory:'), publicUrl, gatewayUrl });
});

afterAll(() => sandbox.close());

async function checkout() {
  const answer = await app.request('/checkout', { method: 'POST', headers: { host: 'evil.example' } });
  return { policy: answer.headers.get('content-security-policy') ?? '', html: await answer.text() };
}

describe('the shop of the example for Hono', () => {
  it('allows its form and the one script by a nonce that is new each time', async () => {
    const nonces = new Set<string>();
    for (let time = 0; time < 2; time++) {
      const { policy, html } = await checkout();
      const [, nonce = ''] = /script-src 'nonce-([^']{24})'/.exec(policy) ?? [];
      expect(html).toContain(`<script nonce="${nonce}">`);
      expect(policy).toContain(`form-action ${new URL(sandbox.urls.gateway).origin}`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(2);
  });

  it('gives the platform its own address, not the one in the request', async () => {
    const { html } = await checkout();
    expect(html).toContain(new URL(publicUrl).host);
    expect(html).not.toContain('evil.example');
  });

  it('believes nothing that the browser brings back, and asks the platform where no notification came', async () => {
    const page = await submitForm({ url: publicUrl, html: (await checkout()).html });
    const number = sandbox.orders.at(-1)?.number ?? '';
    const claimed = `/thanks?MERORDERID=${number}&STATUS=1&AMT=1280`;
    expect(await (await app.request(claimed)).text()).toBe('Your payment is being checked.');
    await confirmPayment(page);
    expect(await (await app.request(claimed)).text()).toBe('Thank you, it is paid.');
    expect((await app.request('/thanks?MERORDERID=0&STATUS=1')).status).toBe(404);
  });
});
