import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createMmspClient, type GatewayNotification } from '@yinjian/mmsp';
import { startSandbox } from '@yinjian/sandbox';

const NONCE = 'bm9uY2U=';

/** A shop that takes gateway payments from the sandbox: a page that posts the form, a return page, a notification address. */
export async function startMerchant(MERORDERID: string) {
  const sandbox = await startSandbox({ timeScale: 0.01 });
  const { MERNO, TERMNO, md5Key } = sandbox.merchants.mmsp;
  const client = createMmspClient({ MERNO, TERMNO, md5Key, gateway: { url: sandbox.urls.gateway } });
  const notifications: GatewayNotification[] = [];
  const notified = client.gateway.notificationHandler({
    onNotification: (notification) => void notifications.push(notification),
  });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', origin());
    if (url.pathname === '/notify') {
      const notification = new Request(url, { method: 'POST', body: await text(request) });
      const { status, body } = await notified(notification);
      response.writeHead(status).end(body === null ? '' : await text(body));
      return;
    }
    const policy = `default-src 'none'; script-src 'nonce-${NONCE}'; form-action ${new URL(sandbox.urls.gateway).origin}`;
    response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(url.pathname === '/pay' ? await form() : returnPage(url));
  };
  const server = createServer((request, response) => void answer(request, response));
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const form = () =>
    client.gateway.paymentFormHtml(
      {
        MERORDERID,
        AMT: 880,
        NOTIFY_URL: `${origin()}/notify`,
        JUMP_URL: `${origin()}/back`,
        PAY_CHANNEL: 'ICBC-NET-B2C',
        GOODSNAME: '月票',
        REMARK: '八月',
      },
      { nonce: NONCE },
    );
  const returnPage = (url: URL) => {
    const { verified, claims } = client.gateway.readPaymentReturn(url);
    return `<!doctype html><title>Back</title><p>Being checked: ${claims.MERORDERID ?? 'no order'}, verified ${verified}</p>`;
  };
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    payPage: `${origin()}/pay`,
    returnPage: `${origin()}/back`,
    notifications,
    query: () => client.gateway.query({ MERORDERID }),
    async close() {
      server.close();
      server.closeAllConnections();
      await sandbox.close();
    },
  };
}
