import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { Readable } from 'node:stream';
import { createSecureContext, type SecureContextOptions } from 'node:tls';
import type { Fetch } from '@yinjian/mmsp';

type Part<Name extends keyof SecureContextOptions> = NonNullable<SecureContextOptions[Name]>;

/** The certificate and its private key, in PEM or together in a PKCS#12 file (.p12, .pfx). */
export type ClientCertificate = (
  | { readonly cert: Part<'cert'>; readonly key: Part<'key'> }
  | { readonly pfx: Part<'pfx'> }
) & {
  /** Of the key or the PKCS#12 file, where it has one. */
  readonly passphrase?: string;
  /** Whom to trust as the server's issuer, in PEM, instead of the authorities that Node trusts. */
  readonly ca?: Part<'ca'>;
};

/**
 * A `fetch` that presents a client certificate: global `fetch` in Node needs the package undici for that.
 *
 * @throws Error where the certificate cannot be read or does not belong to the key.
 */
export function createCertificateFetch(certificate: ClientCertificate): Fetch {
  const secureContext = createSecureContext(certificate);
  // A connection of its own for each call: one that is reused may be closed by the server just then.
  const agent = new Agent({ keepAlive: false, secureContext });
  return async (url, init) => {
    if (init.redirect !== 'manual') throw new TypeError("redirect must be 'manual': none is followed");
    const { method, headers, body } = await readInit(url, init);
    const signal = init.signal ?? undefined;
    const reply = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = request(url, { agent, method, headers, ...(signal === undefined ? {} : { signal }) });
      outgoing.on('response', resolve).on('error', reject).end(body);
    });
    return toResponse(reply);
  };
}

/** `Request` knows every form that headers and a body can have. */
async function readInit(url: string, { method = 'GET', headers = {}, body = null }: RequestInit) {
  const message = new Request(url, { method, headers, body });
  return {
    method: message.method,
    headers: Object.fromEntries(message.headers),
    body: new Uint8Array(await message.arrayBuffer()),
  };
}

/** The body is as it came: without Accept-Encoding there is nothing to decompress. */
function toResponse(reply: IncomingMessage): Response {
  const { statusCode: status = 0, statusMessage: statusText = '', headersDistinct } = reply;
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  const hasBody = ![204, 205, 304].includes(status);
  if (!hasBody) reply.resume();
  const body = hasBody ? (Readable.toWeb(reply) as ReadableStream<Uint8Array>) : null;
  return new Response(body, { status, statusText, headers });
}
