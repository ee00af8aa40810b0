import { quietly } from './internal/quietly.ts';
import { type UnknownCause, unknownCause } from './outcome.ts';

/** A request, ready to send. Plain data: send it with whatever you like. */
export interface HttpRequest {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as UTF-8. */
  readonly body: string;
}

/** The part of `fetch` that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How an exchange is carried out. */
export interface ExchangeOptions {
  readonly fetch: Fetch;
  /** For the whole exchange, the body of the reply included. Above 0 and at most 3600. */
  readonly deadlineSeconds: number;
  /** Of the reply, after decompression. */
  readonly maxBytes: number;
  /** Ends the wait; the outcome is then `unknown`, because the request may have been executed. */
  readonly signal?: AbortSignal | undefined;
}

/** The body of the reply, or why there is none. */
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

/** Never rejects, so that a reply after the deadline disturbs nobody. */
async function send(
  { url, method, headers, body }: HttpRequest,
  { fetch, maxBytes }: ExchangeOptions,
  signal: AbortSignal,
): Promise<ExchangeResult> {
  try {
    const reply = await fetch(url, { method, headers, body, redirect: 'manual', signal });
    const refusal = signal.aborted ? unknownCause('aborted') : refuseStatus(reply);
    if (refusal !== undefined) {
      quietly(() => reply.body?.cancel());
      return { ok: false, cause: refusal };
    }
    const bytes = await readCapped(reply, maxBytes, signal);
    return bytes === undefined ? { ok: false, cause: unknownCause('reply_too_large') } : { ok: true, bytes };
  } catch (error) {
    // Whatever fetch threw stays here: its message may quote the URL or the body.
    return { ok: false, cause: unknownCause('network', systemCodeOf(error)) };
  }
}

/** `ECONNREFUSED` and the like, where the runtime tells. */
function systemCodeOf(error: unknown): { systemCode?: string } {
  const { cause = error } = (error ?? {}) as { cause?: unknown };
  const { code } = (cause ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code) ? { systemCode: code } : {};
}

function refuseStatus({ type, status, ok, redirected }: Response): UnknownCause | undefined {
  // A fetch that follows redirects all the same has shown the request to another server.
  if (redirected) return unknownCause('redirect');
  // A browser shows a redirect that it did not follow as status 0.
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    return unknownCause('redirect', { httpStatus: status });
  }
  return ok ? undefined : unknownCause('http_status', { httpStatus: status });
}

/**
 * The whole body of a request or reply, or `undefined` where it is larger than `maxBytes`. Gives up when the signal
 * fires. Rejects where the body breaks, was read before, or yields anything but bytes.
 */
export async function readCapped(
  message: Pick<Request | Response, 'body' | 'arrayBuffer'>,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<Uint8Array | undefined> {
  // Firefox has no `Request.body`.
  if (message.body === undefined) {
    const bytes = new Uint8Array(await message.arrayBuffer());
    return bytes.byteLength > maxBytes ? undefined : bytes;
  }
  if (message.body === null) return new Uint8Array();
  const reader = message.body.getReader();
  signal?.addEventListener('abort', () => quietly(() => reader.cancel()), { once: true });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    // A cancelled body looks like one that has ended.
    signal?.throwIfAborted();
    if (done) return concatenate(chunks, size);
    if (!ArrayBuffer.isView(value)) throw new TypeError('not a byte stream');
    size += value.byteLength;
    if (size > maxBytes) {
      quietly(() => reader.cancel());
      return undefined;
    }
    chunks.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  }
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
