import { canonicalizeJsonObject, encodeUtf8 } from '@yinjian/protocol-codec';
import type { HttpRequest, WireFields } from '@yinjian/provider-kit';
import type { EnvelopeCredentials } from '../credentials.ts';
import type { MmspOperation } from '../operation.ts';
import { signCanonical } from '../sign.ts';
import { dialectOf } from './dialect.ts';
import { exchangeKey } from './read-envelope.ts';

/**
 * The signed JSON envelope of an operation [M] 快捷 3.1. The body is sent in the very form that is signed, so that
 * nothing can differ between the two.
 */
export function buildEnvelope(
  operation: MmspOperation,
  fields: WireFields,
  credentials: EnvelopeCredentials,
): string {
  const { MERNO, TERMNO, agent } = credentials;
  const body = canonicalizeJsonObject(fields);
  const header = JSON.stringify({
    CommandID: operation.commandId,
    ...dialectOf(operation).header,
    Version: '1.0.0',
    AGENTNO: agent?.AGENTNO ?? '',
    MERNO,
    TERMNO,
  });
  const signature = signCanonical(body, exchangeKey(credentials));
  return `${header.slice(0, -1)},"Body":${body},"Sign":"${signature}"}`;
}

/** A JSON text as a request. */
export function jsonRequest(url: string, body: string): HttpRequest {
  encodeUtf8(body); // Refuses what has no UTF-8 form, before `fetch` would silently replace it.
  return { method: 'POST', url, headers: { 'content-type': 'application/json; charset=utf-8' }, body };
}
