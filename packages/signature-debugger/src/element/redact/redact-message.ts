import { encodeFlatXml, parseJsonTree } from '@yinjian/protocol-codec';
import { operations } from '@yinjian/wechat-transit';
import { headerTitles } from '../../explain/header-titles.ts';
import { recognise } from '../../recognise/recognise.ts';
import type { Reading } from '../../types/reading.ts';
import type { Subject, WechatSubject } from '../../types/subject.ts';
import { edited } from './edits.ts';
import { MASK } from './mask-text.ts';
import { Masking, type Table, tableOf } from './masking.ts';
import { redactJson, redactValue, withoutMembers } from './redact-json.ts';

/**
 * What may be passed on of a message, or why nothing may.
 *
 * - `not_recognised`: what could not be read may hold anything.
 * - `unsigned`: there is no signature to talk about.
 * - `unreadable`: masked, it would no longer be the message that it was.
 */
export type Redacted =
  | { readonly message: string }
  | { readonly refused: 'not_recognised' | 'unsigned' | 'unreadable' };

/**
 * The message itself, without what was wrapped around it, without card and personal data and without keys, for a link
 * that others open. It is recognised as what it was; its signature no longer matches where something was masked.
 *
 * @param keys What was typed as one, should the message hold it.
 */
export function redactMessage(message: string, keys: readonly string[]): Redacted {
  const reading = recognise(message);
  const { subject, recognised } = reading;
  if (subject === undefined) {
    return { refused: recognised.platform === undefined ? 'not_recognised' : 'unsigned' };
  }
  const known = [...keys, ...(reading.pastedKey === undefined ? [] : [reading.pastedKey])];
  const first = new Masking(known);
  redactSubject(subject, reading, first);
  // What is hidden in one place may stand in another, even before it.
  const core = redactSubject(subject, reading, new Masking([...known, ...first.hidden]));
  const framed = framesOf(reading)
    .map((frame) => frame + core)
    .find((candidate) => isSame(recognise(candidate), reading));
  return framed === undefined ? { refused: 'unreadable' } : { message: framed };
}

function redactSubject(subject: Subject, { fields }: Reading, masking: Masking): string {
  const { text } = subject.source;
  const table = tableOf(fields);
  switch (subject.kind) {
    case 'wechat':
      return redactWechat(subject, table, masking);
    case 'payout-plaintext':
      return redactJson(text, table, masking);
    case 'payout':
      return redactJson(text, headerTable(table), masking);
    case 'envelope':
      return redactJson(text, subject.envelope === undefined ? table : headerTable(table), masking);
  }
}

/** Of the fields around a `Body`, which no definition has. */
function headerTable(body: Table): Table {
  return (name) => {
    if (name === 'Body') return { sensitive: false, table: body };
    return Object.hasOwn(headerTitles, name) ? { sensitive: false, table: body } : undefined;
  };
}

function redactWechat(
  { source, fields, written, isQuery }: WechatSubject,
  table: Table,
  masking: Masking,
): string {
  const { text } = source;
  if (text.startsWith('{')) {
    const tree = parseJsonTree(text);
    // Masked, it would be taken for the key.
    const keyless = tree.kind === 'object' ? withoutMembers(text, tree, (name) => /^key$/i.test(name)) : text;
    return redactJson(keyless, table, masking);
  }
  const values = [...fields].map(([name, value]) => {
    const row = table(name);
    const masked = masking.hides(name, row, value) ? MASK : redactValue(value, row?.table ?? table, masking);
    return { name, shown: masking.text(name) === name ? name : 'masked', value, masked };
  });
  // The key at its end is no field.
  if (isQuery) return values.map(({ shown, masked }) => `${shown}=${masked}`).join('&');
  const edits = values.flatMap(({ name, shown, value, masked }) => {
    const place = written.get(name);
    if (place === undefined || (shown === name && masked === value)) return [];
    return [{ start: place.start, end: place.end, text: element(shown, masked) }];
  });
  return edited(text, edits);
}

function element(name: string, value: string): string {
  return encodeFlatXml(new Map([[name, value]])).slice('<xml>'.length, -'</xml>'.length);
}

/** What the surroundings told about a message, and nothing else of them. */
function framesOf({ recognised: { operation, platform, direction } }: Reading): string[] {
  if (platform !== 'wechat-transit') return [''];
  const paths = operations
    .filter(({ name }) => name === operation)
    .map(({ path }) => path)
    .toSorted((one, other) => one.length - other.length);
  return [
    '',
    ...(direction === 'request' ? paths : ['/']).map((path) => `POST ${path} HTTP/1.1\n\n`),
    'HTTP/1.1 200 OK\n\n',
  ];
}

function isSame({ recognised: one }: Reading, { recognised: other }: Reading): boolean {
  return (['platform', 'wire', 'product', 'direction', 'operation'] as const).every(
    (name) => one[name] === other[name],
  );
}
