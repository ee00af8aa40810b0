import { serve } from '@hono/node-server';

/** Answers one path: what a notification handler is. */
type Handler = (request: Request) => Promise<Response>;

/** A notification that reached the merchant, with the answer it got. */
export interface Received {
  readonly path: string;
  readonly body: string;
  readonly status: number;
  readonly answer: string;
}

/** The merchant's side: a small HTTP server that gives each path to its handler and keeps what came. */
export async function startMerchantServer(handlers: Readonly<Record<string, Handler>>) {
  const received: Received[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname;
    const handler = handlers[path];
    if (handler === undefined) return new Response(null, { status: 404 });
    const body = await request.clone().text();
    const response = await handler(request);
    received.push({ path, body, status: response.status, answer: await response.clone().text() });
    return response;
  };
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>(
    (resolve) => {
      const started = serve({ fetch, hostname: '127.0.0.1', port: 0 }, (address) =>
        resolve({ server: started, port: address.port }),
      );
    },
  );
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    /** The next notification on a path, or the last one that came. */
    async waitFor(path: string): Promise<Received> {
      const deadline = Date.now() + 5000;
      while (Date.now() < deadline) {
        const found = received.findLast((notification) => notification.path === path);
        if (found !== undefined) return found;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`No notification came to ${path}`);
    },
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

export type MerchantServer = Awaited<ReturnType<typeof startMerchantServer>>;
