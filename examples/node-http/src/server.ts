import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Credentials, createPaymentNoticeHandler } from '@yinjian/wechat-transit';
import type { Rides } from './rides.ts';
import { toRequest } from './to-request.ts';

const NOTICE_PATH = '/wechat/payment-notice';

/** A notice is about 1 kB. */
const MAX_BYTES = 65_536;

export interface ServerOptions {
  readonly credentials: Credentials;
  readonly rides: Rides;
  /** Where the platform reaches this server. */
  readonly publicUrl: string;
}

/** Takes WeChat's payment notices. */
export function createNoticeServer({ credentials, rides, publicUrl }: ServerOptions): Server {
  const receive = createPaymentNoticeHandler(credentials, {
    onPaymentNotice(notice) {
      // On disk when this returns, and only then is the platform told.
      const isNew = rides.record(notice);
      console.log(`${isNew ? 'recorded' : 'told again'}: ${notice.kind}, ${notice.status}`);
    },
    onRefused: ({ httpStatus, reason }) => console.log(`refused with ${httpStatus}: ${String(reason)}`),
  });

  async function answer(message: IncomingMessage, reply: ServerResponse): Promise<void> {
    if (message.url !== NOTICE_PATH) return void reply.writeHead(404).end();
    if (message.method !== 'POST') return void reply.writeHead(405, { allow: 'POST' }).end();
    const request = await toRequest(message, { url: publicUrl + NOTICE_PATH, maxBytes: MAX_BYTES });
    // What was left unread would be taken for the next request.
    if (request === undefined) return void reply.writeHead(413, { connection: 'close' }).end();
    const response = await receive(request);
    reply.writeHead(response.status, Object.fromEntries(response.headers));
    reply.end(await response.text());
  }

  // Whoever sends slowly does not get to hold a connection for long.
  const timeouts = { headersTimeout: 5000, requestTimeout: 10_000 };
  return createServer(timeouts, (message, reply) => {
    answer(message, reply).catch(() => reply.destroy());
  });
}
