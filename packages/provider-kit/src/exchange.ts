import { type UnknownCause, unknownCause } from './outcome.ts';

/** A request, ready to send. Plain data: send it with whatever you like. */
export interface HttpRequest {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The part of `fetch` that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface ExchangeOptions {
  readonly fetch: Fetch;
  /** For the whole exchange, the body of the reply included. */
  readonly deadlineSeconds: number;
  /** Of the reply. */
  readonly maxBytes: number;
  /** Ends the wait; the outcome is then `unknown`, because the request may have been executed. */
  readonly signal?: AbortSignal | undefined;
}

export type ExchangeResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly cause: UnknownCause };

/**
 * Sends a request once and reads the reply once, as bytes. Follows no redirect and repeats nothing: what to do about
 * a request whose fate is unknown is the caller's decision.
 *
 * @throws the signal's reason, if it had fired before anything was sent.
 */
export async function exchange(request: HttpRequest, options: ExchangeOptions): Promise<ExchangeResult> {
  options.signal?.throwIfAborted();
  const controller = new AbortController();
  const { promise: stopped, stop } = stopper(controller);
  const deadline = setTimeout(() => stop('timeout'), options.deadlineSeconds * 1000);
  const abort = () => stop('aborted');
  options.signal?.addEventListener('abort', abort, { once: true });
  try {
    // The race also ends the wait for an injected fetch that ignores the signal.
    return await Promise.race([send(request, options, controller.signal), stopped]);
  } finally {
    clearTimeout(deadline);
    options.signal?.removeEventListener('abort', abort);
  }
}

function stopper(controller: AbortController) {
  let resolve: (result: ExchangeResult) => void;
  const promise = new Promise<ExchangeResult>((settle) => {
    resolve = settle;
  });
  const stop = (code: 'timeout' | 'aborted') => {
    resolve({ ok: false, cause: unknownCause(code) });
    controller.abort();
  };
  return { promise, stop };
}

async function send(
  { url, method, headers, body }: HttpRequest,
  { fetch, maxBytes }: ExchangeOptions,
  signal: AbortSignal,
): Promise<ExchangeResult> {
  try {
    const reply = await fetch(url, { method, headers, body, redirect: 'manual', signal });
    // A browser shows a redirect that it did not follow as status 0.
    if (reply.type === 'opaqueredirect' || (reply.status >= 300 && reply.status < 400)) {
      await reply.body?.cancel();
      return { ok: false, cause: unknownCause('redirect', { httpStatus: reply.status }) };
    }
    if (!reply.ok) {
      await reply.body?.cancel();
      return { ok: false, cause: unknownCause('http_status', { httpStatus: reply.status }) };
    }
    const bytes = await readCapped(reply, maxBytes);
    return bytes === undefined ? { ok: false, cause: unknownCause('reply_too_large') } : { ok: true, bytes };
  } catch {
    // Whatever fetch threw stays here: its message may quote the URL or the body.
    return { ok: false, cause: unknownCause('network') };
  }
}

/** The whole body of a request or reply, or `undefined` where it is larger than `maxBytes`. */
export async function readCapped(
  message: Pick<Request | Response, 'body'>,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  if (message.body === null) return new Uint8Array();
  const reader = message.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
