import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request as open, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { CONTROL_PATH, PROXY_PATH } from './exchange/support/proxy-path.ts';
import type { Setting } from './exchange/support/setting.ts';
import { PROVIDED, REPORT, SUITE_SCRIPT } from './page-paths.ts';
import type { Report } from './report.ts';

const PAGE = `<!doctype html>
<meta charset="utf-8">
<title>Yinjian</title>
<script type="module" src="${SUITE_SCRIPT}"></script>
`;

export interface PageServer {
  readonly url: string;
  /** What the page sends when it has run everything. */
  readonly report: Promise<Report>;
  readonly close: () => void;
}

/** Serves a page that runs a bundle of tests, for a browser that vitest cannot drive. */
export async function servePage(bundle: string, setting: Setting): Promise<PageServer> {
  let deliver: (report: Report) => void;
  const report = new Promise<Report>((resolve) => {
    deliver = resolve;
  });
  const server = createServer((request, response) => {
    const { url = '' } = request;
    if (url.startsWith(PROXY_PATH)) pass(request, response, setting);
    else if (url === '/') send(response, 'text/html', PAGE);
    else if (url === SUITE_SCRIPT) send(response, 'text/javascript', readFileSync(bundle));
    else if (url === PROVIDED) send(response, 'application/json', JSON.stringify({ setting }));
    else if (url === REPORT) void receive(request, response).then(deliver);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    report,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
}

async function receive(request: IncomingMessage, response: ServerResponse): Promise<Report> {
  const report = (await json(request)) as Report;
  send(response, 'text/plain', '');
  return report;
}

/** To the live sandbox and back. What breaks behind the proxy breaks in front of it. */
function pass(request: IncomingMessage, response: ServerResponse, { controlUrl, urls }: Setting): void {
  const path = (request.url ?? '').slice(PROXY_PATH.length);
  const { hostname, port } = new URL(path.startsWith(CONTROL_PATH) ? controlUrl : urls.wechatTransit);
  const { method, headers } = request;
  const forwarded = open({
    hostname,
    port,
    path,
    method,
    headers: { ...headers, host: `${hostname}:${port}` },
  });
  forwarded.on('response', (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(response);
    reply.on('close', () => {
      if (!reply.complete) response.destroy();
    });
  });
  forwarded.on('error', () => response.destroy());
  response.on('close', () => forwarded.destroy());
  request.pipe(forwarded);
}
