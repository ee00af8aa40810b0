import type { IncomingMessage } from 'node:http';

export interface ToRequestOptions {
  /** The address under which the platform knows the server: the one in the message is whatever its sender wrote. */
  readonly url: string;
  /** The largest body that is read. */
  readonly maxBytes: number;
}

/**
 * A POST as the web's `Request`, with the bytes of its body as they came: the signature is over them. A framework's body
 * parser must not have read it before.
 *
 * @returns `undefined` for a body above the cap, of which the rest is then left unread.
 * @throws Error where the connection breaks off.
 */
export async function toRequest(
  message: IncomingMessage,
  { url, maxBytes }: ToRequestOptions,
): Promise<Request | undefined> {
  const body = await readBody(message, maxBytes);
  if (body === undefined) return undefined;
  const contentType = message.headers['content-type'];
  return new Request(url, {
    method: 'POST',
    headers: contentType === undefined ? {} : { 'content-type': contentType },
    body,
  });
}

async function readBody(
  message: IncomingMessage,
  maxBytes: number,
): Promise<Buffer<ArrayBuffer> | undefined> {
  if (Number(message.headers['content-length'] ?? 0) > maxBytes) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  // Left to itself, the loop would close the connection at `return`, and nothing could be answered.
  for await (const chunk of message.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > maxBytes) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
