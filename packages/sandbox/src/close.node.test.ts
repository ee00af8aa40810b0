import { Agent, request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { startSandbox } from './index.ts';
import { createClients, METRO_FARE } from './testing/clients.ts';
import { startReceiver } from './testing/receiver.ts';
import { eventually } from './testing/test-sandbox.ts';

describe('close', () => {
  const held = (pattern: RegExp) =>
    process.getActiveResourcesInfo().filter((type) => pattern.test(type)).length;

  it('leaves no timer and no socket, whatever was under way', async () => {
    const receiver = await startReceiver(() => undefined);
    const agent = new Agent({ keepAlive: true });
    const [sockets, timers] = [held(/^TCP/), held(/^Timeout/)];
    const sandbox = await startSandbox({ timeScale: 1 });
    const { partner } = await createClients(sandbox);
    sandbox.misbehave({ operation: 'payapply', fault: 'delay', delaySeconds: 60 });
    const outcome = partner.payapply({
      ...METRO_FARE,
      sub_mch_id: sandbox.merchants.wechatTransit.partner.sub_mch_id,
      out_trade_no: 'delayed',
      notify_url: receiver.url,
    });
    await eventually(() => expect(sandbox.orders).toHaveLength(1));
    sandbox.payer.settle('delayed');
    await eventually(() => expect(receiver.received).toHaveLength(1));
    await new Promise<void>((resolve) => {
      request(sandbox.urls.wechatTransit, { agent }, (response) =>
        response.resume().on('end', resolve),
      ).end();
    });

    await sandbox.close();
    expect(await outcome).toMatchObject({ status: 'unknown', cause: { code: 'network' } });
    agent.destroy();
    await eventually(() => expect(held(/^TCP/)).toBe(sockets));
    expect(held(/^Timeout/)).toBeLessThanOrEqual(timers);
    await expect(fetch(sandbox.urls.wechatTransit)).rejects.toThrow('fetch failed');
    expect(sandbox.notifications[0]).toMatchObject({ state: 'sending' });
    await receiver.close();
  });

  it('may be called twice', async () => {
    const sandbox = await startSandbox();
    await sandbox.close();
    await expect(sandbox.close()).resolves.toBeUndefined();
  });
});
