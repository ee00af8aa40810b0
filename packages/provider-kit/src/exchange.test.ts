import { describe, expect, it } from 'vitest';
import { type ExchangeOptions, exchange, type Fetch, type HttpRequest, readCapped } from './exchange.ts';
import { everythingVisible } from './internal/fixtures/everything-visible.ts';
import { thrown } from './internal/fixtures/rejection.ts';
import { brokenStream, endlessStream, floodStream, streamOf } from './internal/fixtures/streams.ts';

const request: HttpRequest = {
  method: 'POST',
  url: 'https://platform.example/pay',
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body: '<xml>招商</xml>',
};
const utf8 = (text: string) => new TextEncoder().encode(text);

async function run(fetch: Fetch, options: Partial<ExchangeOptions> = {}) {
  const result = await exchange(request, { fetch, deadlineSeconds: 15, maxBytes: 64, ...options });
  return result.ok ? new TextDecoder().decode(result.bytes) : result.cause;
}
const answer = (reply: Response) => run(() => Promise.resolve(reply));
/** A fetch whose reply is decided from outside. */
function deferred() {
  let resolve: (reply: Response) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const reply = new Promise<Response>((...settle) => {
    [resolve, reject] = settle;
  });
  return { fetch: () => reply, resolve, reject };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('exchange', () => {
  it('sends the request once, as it is, and follows no redirect', async () => {
    const calls: [string, RequestInit][] = [];
    const reply = await run(async (url, init) => {
      calls.push([url, init]);
      return new Response('<xml/>');
    });
    expect(reply).toBe('<xml/>');
    expect(calls).toHaveLength(1);
    const [url, { signal, ...init }] = calls[0] ?? ['', {}];
    expect(url).toBe(request.url);
    expect(init).toEqual({
      method: 'POST',
      headers: request.headers,
      body: request.body,
      redirect: 'manual',
    });
    expect(signal?.aborted).toBe(false);
  });

  it('reads the body as bytes, once, however it is cut', async () => {
    const bytes = utf8('<xml>招商</xml>');
    const chunks = [...bytes].map((byte) => Uint8Array.of(byte));
    expect(await answer(new Response(streamOf(...chunks)))).toBe('<xml>招商</xml>');
    const whole = new Uint8Array([9, ...bytes, 9]);
    const views = [new DataView(whole.buffer, 1, 8), new Uint8Array(0), whole.subarray(9, -1)];
    expect(await answer({ ...replyParts, body: streamOf(...views) } as unknown as Response)).toBe(
      '<xml>招商</xml>',
    );
  });

  it.each([
    ['an empty body', new Response('')],
    ['204', new Response(null, { status: 204 })],
  ])('takes %s for no bytes', async (_, reply) => {
    expect(await answer(reply)).toBe('');
  });

  it.each([301, 302, 303, 307, 308, 304])('takes %d for a redirect', async (status) => {
    const reply = new Response(null, { status, headers: { location: 'https://evil.example/' } });
    expect(await answer(reply)).toMatchObject({ code: 'redirect', httpStatus: status });
  });

  it('takes what a browser shows of a redirect for one', async () => {
    const reply = { ...replyParts, type: 'opaqueredirect', status: 0, ok: false } as Response;
    expect(await answer(reply)).toMatchObject({ code: 'redirect', httpStatus: 0 });
  });

  it('believes nothing that came after a redirect', async () => {
    const reply = { ...replyParts, redirected: true, body: streamOf(utf8('<xml/>')) } as unknown as Response;
    expect(await answer(reply)).toMatchObject({ code: 'redirect' });
  });

  it.each([400, 401, 404, 429, 500, 502, 503])(
    'does not believe a body that comes with %d',
    async (status) => {
      expect(await answer(new Response('<xml/>', { status }))).toMatchObject({
        code: 'http_status',
        httpStatus: status,
      });
    },
  );

  it('lets the body of a refused reply go, and does not wait for that', async () => {
    let cancelled = false;
    const body = new ReadableStream({
      cancel() {
        cancelled = true;
        return new Promise(() => {});
      },
    });
    expect(await answer(new Response(body, { status: 500 }))).toMatchObject({ code: 'http_status' });
    expect(cancelled).toBe(true);
    const locked = new Response('x', { status: 500 });
    locked.body?.getReader();
    expect(await answer(locked)).toMatchObject({ code: 'http_status' });
  });

  it('reads up to the cap and not beyond', async () => {
    expect(await answer(new Response('x'.repeat(64)))).toBe('x'.repeat(64));
    expect(await answer(new Response('x'.repeat(65)))).toMatchObject({ code: 'reply_too_large' });
    const counter = { bytes: 0 };
    expect(await answer(new Response(floodStream(counter)))).toMatchObject({ code: 'reply_too_large' });
    expect(counter.bytes).toBeLessThanOrEqual(2048);
  });

  it.each<[string, Fetch]>([
    [
      'throws at once',
      () => {
        throw new Error('CANARY');
      },
    ],
    ['rejects', () => Promise.reject(new TypeError('CANARY'))],
    ['rejects with nothing', () => Promise.reject(undefined)],
    ['gives no reply', () => Promise.resolve(undefined as unknown as Response)],
    ['gives no promise', () => 'CANARY' as unknown as Promise<Response>],
    ['gives an error reply', () => Promise.resolve(Response.error())],
    ['gives a body that breaks', () => Promise.resolve(new Response(brokenStream()))],
    [
      'gives a body of texts',
      () => Promise.resolve({ ...replyParts, body: streamOf('CANARY', 'CANARY') } as unknown as Response),
    ],
  ])('does not know what happened where fetch %s', async (_, fetch) => {
    const cause = await run(fetch);
    expect(['network', 'http_status']).toContain((cause as { code: string }).code);
    expect(everythingVisible(cause)).not.toContain('CANARY');
  });

  it('does not read a body that was read before', async () => {
    const reply = new Response('<xml/>');
    await reply.text();
    // Depending on the runtime it is empty, or cannot be read.
    expect(['', 'network']).toContain(codeOr(await answer(reply)));
    const locked = new Response('<xml/>');
    locked.body?.getReader();
    expect(await answer(locked)).toMatchObject({ code: 'network' });
  });
});

describe('the deadline of an exchange', () => {
  const soon = { deadlineSeconds: 0.01 };

  it('ends the wait for a fetch that listens to its signal', async () => {
    const cause = await run(
      (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new Error('aborted')));
        }),
      soon,
    );
    expect(cause).toMatchObject({ code: 'timeout' });
  });

  it('ends the wait for a fetch that does not, and lets a late reply go', async () => {
    let cancelled = false;
    const { fetch, resolve } = deferred();
    expect(await run(fetch, soon)).toMatchObject({ code: 'timeout' });
    resolve(
      new Response(
        endlessStream(() => {
          cancelled = true;
        }),
      ),
    );
    await settled();
    expect(cancelled).toBe(true);
  });

  it('is not disturbed by a late rejection', async () => {
    const { fetch, reject } = deferred();
    expect(await run(fetch, soon)).toMatchObject({ code: 'timeout' });
    reject(new Error('late'));
    // An unhandled rejection would fail the run.
    await settled();
  });

  it('covers the body', async () => {
    let cancelled = false;
    const body = endlessStream(() => {
      cancelled = true;
    });
    expect(await run(() => Promise.resolve(new Response(body)), soon)).toMatchObject({ code: 'timeout' });
    await settled();
    expect(cancelled).toBe(true);
  });
});

describe('the signal of a caller', () => {
  it('that fired before sends nothing', async () => {
    let calls = 0;
    const fetch = async () => {
      calls++;
      return new Response('x');
    };
    const reason = new Error('changed my mind');
    expect(await thrown(() => run(fetch, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(calls).toBe(0);
  });

  it.each([
    ['while fetch is under way', () => new Promise<Response>(() => {})],
    ['while the body is under way', () => Promise.resolve(new Response(endlessStream()))],
  ])('that fires %s leaves open what happened', async (_, fetch) => {
    const controller = new AbortController();
    const result = run(fetch, { signal: controller.signal });
    await settled();
    controller.abort(new Error('CANARY'));
    const cause = await result;
    expect(cause).toMatchObject({ code: 'aborted' });
    expect(everythingVisible(cause)).not.toContain('CANARY');
  });

  it('that fires from within fetch leaves open what happened', async () => {
    const controller = new AbortController();
    const cause = await run(
      async () => {
        controller.abort();
        return new Response('<xml/>');
      },
      { signal: controller.signal },
    );
    expect(cause).toMatchObject({ code: 'aborted' });
  });

  it('that fires afterwards changes nothing', async () => {
    const controller = new AbortController();
    let inner: AbortSignal | null | undefined;
    const reply = await run(
      async (_, init) => {
        inner = init.signal;
        return new Response('<xml/>');
      },
      { signal: controller.signal },
    );
    controller.abort();
    expect(reply).toBe('<xml/>');
    expect(inner?.aborted).toBe(false);
  });
});

describe('readCapped', () => {
  it('reads a request whose runtime shows no stream', async () => {
    const message = (text: string) => ({
      body: undefined as unknown as null,
      arrayBuffer: async () => utf8(text).buffer,
    });
    expect(await readCapped(message('abc'), 3)).toEqual(utf8('abc'));
    expect(await readCapped(message('abcd'), 3)).toBeUndefined();
  });

  it('rejects instead of returning half a body when its signal fires', async () => {
    const controller = new AbortController();
    const reading = thrown(() => readCapped(new Response(endlessStream()), 10, controller.signal));
    await settled();
    const reason = new Error('enough');
    controller.abort(reason);
    expect(await reading).toBe(reason);
  });
});

/** A reply as runtimes show it that do not let one be constructed like this. */
const replyParts = { type: 'default', status: 200, ok: true, redirected: false, body: null };

function codeOr(result: unknown): unknown {
  return typeof result === 'string' ? result : (result as { code: string }).code;
}
