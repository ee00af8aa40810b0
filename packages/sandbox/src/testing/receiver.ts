import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface ServerAnswer {
  readonly status: number;
  readonly body: string;
}

/** What a merchant's server answers; `undefined` never answers. */
export type Respond = (
  body: string,
  count: number,
) => ServerAnswer | undefined | Promise<ServerAnswer | undefined>;

export interface Received {
  readonly body: string;
  readonly contentType: string;
}

/** A merchant's server for notifications. */
export async function startReceiver(respond: Respond) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const answerRequest = async () => {
      const body = await text(request);
      received.push({ body, contentType: request.headers['content-type'] ?? '' });
      const answer = await respond(body, received.length);
      if (answer === undefined) return;
      response.writeHead(answer.status, answer.status === 302 ? { location: '/elsewhere' } : {});
      response.end(answer.body);
    };
    void answerRequest();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`,
    received,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

export const ACKNOWLEDGED_TRANSIT = {
  status: 200,
  body: '<xml><return_code><![CDATA[SUCCESS]]></return_code><return_msg><![CDATA[OK]]></return_msg></xml>',
};

/** A merchant's server that works with a handler of the library. */
export async function startHandlerReceiver(handler: (request: Request) => Promise<Response>) {
  return await startReceiver(async (body) => {
    const response = await handler(new Request('http://127.0.0.1/notify', { method: 'POST', body }));
    return { status: response.status, body: await response.text() };
  });
}
