import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { paste } from './support/paste.ts';
import { expect, test } from './support/site-test.ts';
import { WRONG } from './support/wrong-vector.ts';

test('the policy of the debugger page lets nothing out', async ({ page, visit, complaints }) => {
  const received: (string | undefined)[] = [];
  const listener = createServer((request, response) => {
    received.push(request.url);
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end();
  });
  await new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve));
  const elsewhere = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  try {
    await visit('debugger.html');
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    const directives = (policy ?? '').split('; ');
    for (const one of ["default-src 'none'", "connect-src 'none'", "form-action 'none'", "base-uri 'none'"]) {
      expect(directives).toContain(one);
    }
    const outcomes = await page.evaluate(async (address) => {
      const outcome = (promise: Promise<unknown>) =>
        promise.then(
          () => 'sent',
          () => 'refused',
        );
      const loading = (element: HTMLElement) =>
        new Promise((resolve, reject) => {
          element.addEventListener('load', resolve);
          element.addEventListener('error', reject);
          document.body.append(element);
        });
      const form = Object.assign(document.createElement('form'), { action: `${address}/form` });
      document.body.append(form);
      // Neither tells what came of it, but that Firefox throws where it refuses.
      for (const send of [() => form.submit(), () => navigator.sendBeacon(`${address}/beacon`, 'x')]) {
        try {
          send();
        } catch {}
      }
      return {
        toItself: await outcome(fetch('/favicon.svg')),
        elsewhere: await outcome(fetch(`${address}/fetch`)),
        image: await outcome(loading(Object.assign(new Image(), { src: `${address}/image` }))),
        script: await outcome(
          loading(Object.assign(document.createElement('script'), { src: `${address}/script` })),
        ),
        socket: await outcome(
          new Promise((resolve, reject) => {
            const socket = new WebSocket(`${address.replace('http', 'ws')}/socket`);
            socket.addEventListener('open', resolve);
            socket.addEventListener('error', reject);
          }),
        ),
      };
    }, elsewhere);
    expect(outcomes).toEqual({
      toItself: 'refused',
      elsewhere: 'refused',
      image: 'refused',
      script: 'refused',
      socket: 'refused',
    });
    await page.waitForLoadState('networkidle');
    expect(received).toEqual([]);
    // The listener does listen.
    await fetch(`${elsewhere}/check`);
    expect(received).toEqual(['/check']);
    // What the browser says of all that it refused.
    complaints.length = 0;
  } finally {
    listener.close();
    listener.closeAllConnections();
  }
});

test('nothing leaves the debugger page, nor is kept, after a message was pasted with its key', async ({
  page,
  visit,
  embedded,
  requests,
}) => {
  await visit('debugger.html');
  const loaded = requests.length;
  expect(loaded).toBeGreaterThan(3);
  await embedded.openDetails();
  const { causes } = await paste(embedded, WRONG.keys, WRONG.vector);
  expect(causes).not.toEqual([]);
  await embedded.element.getByRole('button', { name: 'Copy a link to share' }).click();
  await expect(embedded.element.locator('#link')).toBeVisible();
  // What a page sends late, it sends when it goes out of sight.
  await page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('pagehide'));
  });
  await page.waitForLoadState('networkidle');
  expect(requests.slice(loaded)).toEqual([]);
  const kept = await page.evaluate(() =>
    JSON.stringify([
      location.href,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      history.state as unknown,
    ]),
  );
  const { key = '' } = WRONG.vector;
  expect(key).toHaveLength(32);
  expect(kept).not.toContain(key);
  expect(await embedded.markup()).not.toContain(key);
});
