import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { Readable } from 'node:stream';
import { createSecureContext } from 'node:tls';
import type { Fetch } from '@yinjian/mmsp';
import { CliError } from '../errors.ts';
import { readText } from '../input.ts';

/**
 * A `fetch` that presents the merchant's client certificate, which Node's own cannot.
 *
 * @param certFile, keyFile In PEM.
 * @throws CliError where they cannot be read or do not belong together.
 */
export async function createCertificateFetch(certFile: string, keyFile: string): Promise<Fetch> {
  const cert = await readText(certFile, { en: 'the certificate', zh: '证书' });
  const key = await readText(keyFile, { en: 'the private key of the certificate', zh: '证书私钥' });
  const agent = new Agent({ keepAlive: false, secureContext: secureContextOf(cert, key) });
  return async (url, init) => {
    const { method, headers, body } = new Request(url, init);
    const bytes = new Uint8Array(await new Response(body).arrayBuffer());
    const reply = await new Promise<IncomingMessage>((resolve, reject) => {
      const options = {
        agent,
        method,
        headers: Object.fromEntries(headers),
        signal: init.signal ?? undefined,
      };
      request(url, options).on('response', resolve).on('error', reject).end(bytes);
    });
    return toResponse(reply);
  };
}

function secureContextOf(cert: string, key: string) {
  try {
    return createSecureContext({ cert, key });
  } catch {
    throw new CliError('file', {
      en: 'The client certificate cannot be used: both files are PEM, without a passphrase, and belong together.',
      zh: '客户端证书不可用：两个文件均须为 PEM、无口令且相互匹配。',
    });
  }
}

function toResponse(reply: IncomingMessage): Response {
  const { statusCode: status = 0 } = reply;
  if ([204, 205, 304].includes(status)) {
    reply.resume();
    return new Response(null, { status });
  }
  return new Response(Readable.toWeb(reply) as ReadableStream<Uint8Array>, { status });
}
