import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

export type PostResult =
  | { readonly status: number; readonly body: string }
  | { readonly failure: 'timeout' | 'network' };

export interface PostOptions {
  readonly body: string;
  readonly contentType: string;
  /** Until the whole answer must be there, in seconds. */
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
}

/** An acknowledgement is a few bytes; what comes after this many is not read. */
const MAX_ANSWER_BYTES = 65_536;

/**
 * Posts a notification over a connection of its own, so that nothing is left open, and follows no redirect.
 * `fetch` would keep the connection in a pool that cannot be closed.
 */
export async function post(url: URL, options: PostOptions): Promise<PostResult> {
  const body = Buffer.from(options.body);
  return await new Promise((resolve) => {
    let isLate = false;
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'POST',
      agent: false,
      signal: options.signal,
      headers: { 'content-type': options.contentType, 'content-length': body.length },
    });
    const deadline = setTimeout(() => {
      isLate = true;
      request.destroy();
    }, options.timeoutSeconds * 1000);
    const failed = () => {
      clearTimeout(deadline);
      resolve({ failure: isLate ? 'timeout' : 'network' });
    };
    request.on('error', failed);
    request.on('close', failed);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const finish = () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() });
      response.on('error', failed);
      response.on('end', finish);
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size <= MAX_ANSWER_BYTES) return;
        finish();
        request.destroy();
      });
    });
    request.end(body);
  });
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The URL, where it points to this very machine: a sandbox calls nobody else. */
export function loopbackUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && LOOPBACK.test(url.hostname) && url.username === '' && url.password === '' ? url : undefined;
}
