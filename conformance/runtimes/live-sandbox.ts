import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json, text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Misbehaviour } from '@yinjian/sandbox';
import type { Control, NotificationAnswer, SentNotification } from './exchange/support/control.ts';
import { CONTROL_PATH } from './exchange/support/proxy-path.ts';
import type { Setting } from './exchange/support/setting.ts';
import type { RuntimeName } from './runtime-name.ts';

const NOTIFY_PATH = '/notify/';

export interface LiveSandbox {
  readonly setting: Setting;
  readonly close: () => Promise<void>;
}

/** Both platforms in this process, and what the tests of a runtime need beside them. */
export async function startLiveSandbox(runtime: RuntimeName): Promise<LiveSandbox> {
  // Only here, because the packages are built first.
  const { startSandbox } = await import('@yinjian/sandbox');
  const sandbox = await startSandbox({ timeScale: 0.0001 });
  const ending = new AbortController();
  const moment = () => sleep(5, undefined, { signal: ending.signal });
  const mailbox = new Mailbox(moment);
  let origin = '';
  const control: Control = {
    misbehave: async (misbehaviour: Misbehaviour) => void sandbox.misbehave(misbehaviour),
    smsCode: async (LIST_ID) => sandbox.payer.smsCode(LIST_ID),
    notifyUrl: async (key) => `${origin}${NOTIFY_PATH}${key}`,
    notification: (key) => mailbox.take(key),
    answer: async (key, answer) => {
      mailbox.answer(key, answer);
      const url = await control.notifyUrl(key);
      const sent = () => sandbox.notifications.find((one) => one.url === url);
      while (sent()?.state === 'sending' && sent()?.attempts.length === 0) await moment();
      return sent()?.state ?? 'sending';
    },
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', origin);
    const work = pathname.startsWith(NOTIFY_PATH)
      ? mailbox.receive(pathname.slice(NOTIFY_PATH.length), request, response)
      : execute(control, pathname.slice(CONTROL_PATH.length + 1) as keyof Control, request, response);
    work.catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { urls, merchants, platformPublicKeyPem } = sandbox;
  return {
    setting: { runtime, urls, merchants, platformPublicKeyPem, controlUrl: `${origin}${CONTROL_PATH}` },
    close: async () => {
      ending.abort();
      server.closeAllConnections();
      server.close();
      await sandbox.close();
    },
  };
}

async function execute(
  control: Control,
  name: keyof Control,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const parameters = (await json(request)) as [never, never];
  const result = await control[name](...parameters);
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ result }));
}

/** The merchant's server: keeps what the platform sends until a test takes it and says what to answer. */
class Mailbox {
  readonly #letters = new Map<string, SentNotification>();
  readonly #waiting = new Map<string, ServerResponse>();
  readonly #moment: () => Promise<void>;

  /** @param moment a pause, which rejects when all is over. */
  constructor(moment: () => Promise<void>) {
    this.#moment = moment;
  }

  async receive(key: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    this.#waiting.set(key, response);
    this.#letters.set(key, { headers: { 'content-type': request.headers['content-type'] ?? '' }, body });
  }

  async take(key: string): Promise<SentNotification> {
    for (;;) {
      const letter = this.#letters.get(key);
      if (letter !== undefined) return letter;
      await this.#moment();
    }
  }

  answer(key: string, { status, headers, body }: NotificationAnswer): void {
    this.#waiting.get(key)?.writeHead(status, headers).end(body);
  }
}
