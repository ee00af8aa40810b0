import { canonicalizeJson, encodeUtf8 } from '@yinjian/protocol-codec';
import type { HttpRequest, WireFields } from '@yinjian/provider-kit';
import type { EnvelopeCredentials } from '../credentials.ts';
import type { MmspOperation } from '../operation.ts';
import { signCanonical } from '../sign.ts';

/**
 * The signed JSON envelope of an operation [M] 快捷 3.1. The body is sent in the very form that is signed, so that
 * nothing can differ between the two. `SeqID` and `NodeType` are text, as the product's sample prints them.
 */
export function buildEnvelope(
  { commandId }: MmspOperation,
  fields: WireFields,
  { MERNO, TERMNO, md5Key, agent }: EnvelopeCredentials,
): string {
  const body = canonicalizeJson(fields);
  const header = JSON.stringify({
    CommandID: commandId,
    SeqID: '1',
    NodeType: '3',
    NodeID: 'openapi',
    Version: '1.0.0',
    AGENTNO: agent?.AGENTNO ?? '',
    MERNO,
    TERMNO,
  });
  const signature = signCanonical(body, agent?.md5Key ?? md5Key);
  return `${header.slice(0, -1)},"Body":${body},"Sign":"${signature}"}`;
}

/** A JSON text as a request. */
export function jsonRequest(url: string, body: string): HttpRequest {
  encodeUtf8(body); // Refuses what has no UTF-8 form, before `fetch` would silently replace it.
  return { method: 'POST', url, headers: { 'content-type': 'application/json; charset=utf-8' }, body };
}
