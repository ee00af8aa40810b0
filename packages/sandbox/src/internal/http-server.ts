import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { readCapped } from '@yinjian/provider-kit';
import { type Context, Hono } from 'hono';
import { serveBrowserLinks } from '../mmsp/scan-pay/serve-browser-links.ts';
import type { SandboxOptions } from '../sandbox-options.ts';
import { type Answer, type AnswerContext, answer } from './answer.ts';
import { overviewOf, overviewText } from './overview.ts';
import type { PayerPages } from './payer-pages.ts';
import type { Product } from './product.ts';
import type { Incoming } from './reply.ts';
import { servePayerPages } from './serve-payer-pages.ts';

/** Far above the largest message that the field tables allow. */
const MAX_REQUEST_BYTES = 131_072;

type Env = { Bindings: HttpBindings };

export interface HttpServer {
  /** `http://127.0.0.1:41234`. */
  readonly origin: string;
  close(): Promise<void>;
}

export interface HttpServerOptions extends AnswerContext {
  readonly host: string;
  readonly port: number;
  readonly tls: SandboxOptions['tls'] | undefined;
  readonly products: readonly Product[];
  readonly pages: PayerPages;
  readonly platformPublicKeyPem: string;
}

/** Serves every product on one socket. Rejects when the address is taken. */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { host, port, tls, products } = options;
  const app = new Hono<Env>();
  const overview = overviewOf(products, options.platformPublicKeyPem);
  app.get('/', (c) => {
    c.header('vary', 'accept');
    const isForPrograms = c.req.header('accept')?.includes('application/json') === true;
    return isForPrograms ? c.json(overview) : c.text(overviewText(overview));
  });
  for (const { path, receive } of products.flatMap(({ routes }) => routes)) {
    app.post(path, async (c) => {
      // Not Hono's body limit, which needs the global Request to be replaced.
      const bytes = await readCapped(c.req.raw, MAX_REQUEST_BYTES);
      if (bytes === undefined) return c.text('The request is too large\n', 413);
      const incoming = receive(bytes);
      const isAllowed = !incoming.needsCertificate || tls?.ca === undefined || showsCertificate(c);
      return send(c, await answer(isAllowed ? incoming : withoutCertificate(incoming), options));
    });
    app.all(path, (c) => c.text('POST only\n', 405, { allow: 'POST' }));
  }
  servePayerPages(app, options.pages, options.log);
  serveBrowserLinks(app);
  app.notFound((c) => c.text('No such address; GET / lists them\n', 404));
  app.onError((error, c) => {
    if (!options.scheduler.signal.aborted) options.log(`internal error: ${error.name}`);
    return c.text('Internal error of the sandbox\n', 500);
  });

  // The global Request and Response belong to whoever starts the sandbox.
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    ...(tls === undefined
      ? {}
      : {
          createServer: createHttpsServer,
          serverOptions: { ...tls, requestCert: tls.ca !== undefined, rejectUnauthorized: false },
        }),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  return {
    origin: `${tls === undefined ? 'http' : 'https'}://${reachableHost(host)}:${address.port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

/** Whether the client has a certificate by the authority that the options name. */
function showsCertificate(c: Context<Env>): boolean {
  return (c.env.incoming.socket as TLSSocket).authorized;
}

function withoutCertificate(incoming: Incoming): Incoming {
  return { ...incoming, execute: () => incoming.refuse('-1003') };
}

/** A wildcard address is for listening, not for calling; an IPv6 address goes in brackets. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function send(c: Context<Env>, result: Answer): Response {
  const { outgoing } = c.env;
  switch (result.kind) {
    case 'reply':
      return c.body(result.body, result.status, { ...result.headers });
    case 'dropped':
      outgoing.destroy();
      return RESPONSE_ALREADY_SENT;
    case 'broken-off': {
      const { body } = result;
      outgoing.writeHead(200, { ...result.headers, 'content-length': String(body.length) });
      outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
      return RESPONSE_ALREADY_SENT;
    }
  }
}
