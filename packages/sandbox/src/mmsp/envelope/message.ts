import { createHash } from 'node:crypto';
import type { NotificationFlaw } from '../../internal/notifier.ts';
import type { RenderedReply, ReplyFlaw } from '../../internal/reply.ts';
import { canonicalBody, type Lossless, NumberLexeme } from '../lossless-json.ts';

/** `Sign` [M] 快捷 3.3.2.1, with Node's own MD5: a second opinion on the library's. */
export function sign(body: ReadonlyMap<string, Lossless>, md5Key: string): string {
  return createHash('md5')
    .update(`${canonicalBody(body)}&key=${md5Key}`)
    .digest('hex')
    .toUpperCase();
}

/** Numbers are written bare, text in quotes; what is undefined is left out. */
export interface Members {
  readonly [name: string]: string | number | null | undefined | Members | readonly Members[];
}

export interface MessageOptions {
  readonly md5Key: string;
  readonly flaw?: ReplyFlaw | NotificationFlaw | undefined;
  readonly duplicate?: readonly [name: string, value: string];
  /** Whether text outside ASCII is written as `\uXXXX`. The platform does both. */
  readonly escapesUnicode: boolean;
}

/**
 * An envelope of the platform. Its body is spelled differently from what is signed: not sorted, slashes bare, text
 * escaped or not. A receiver has to sign what the text means.
 */
export function signedEnvelope(header: Members, body: Members, options: MessageOptions): RenderedReply {
  const { md5Key, flaw, duplicate, escapesUnicode } = options;
  const signature = sign(losslessBody(body), flaw === 'wrong-signature' ? `${md5Key}?` : md5Key);
  const sent = flaw === 'tampered' ? { ...body, AMT: `${body['AMT'] as string | number}0` } : body;
  const repeated = flaw === 'duplicate-fields' && duplicate !== undefined ? [duplicate] : [];
  const text = written([
    ...Object.entries(header).map(writtenMember),
    `"Body":${written([...Object.entries(sent), ...repeated].map(writtenMember))}`,
    writtenMember(['Sign', flaw === 'no-signature' ? '' : signature]),
  ]);
  return { body: escapesUnicode ? escapeUnicode(text) : text, contentType: 'application/json' };
}

function losslessBody(body: Members): Map<string, Lossless> {
  const entries = Object.entries(body).flatMap(([name, value]): [string, Lossless][] => {
    return value === undefined ? [] : [[name, losslessValue(value)]];
  });
  return new Map(entries);
}

function losslessValue(value: NonNullable<Members[string]> | null): Lossless {
  if (typeof value === 'number') return new NumberLexeme(String(value));
  if (typeof value === 'string' || value === null) return value;
  return Array.isArray(value) ? value.map(losslessValue) : losslessBody(value as Members);
}

function written(members: readonly (string | undefined)[]): string {
  return `{${members.filter((member) => member !== undefined).join(',')}}`;
}

function writtenMember([name, value]: readonly [string, Members[string]]): string | undefined {
  return value === undefined ? undefined : `${JSON.stringify(name)}:${JSON.stringify(value)}`;
}

function escapeUnicode(json: string): string {
  return json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
