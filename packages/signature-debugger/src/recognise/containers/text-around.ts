import type { SourceText } from '../../internal/source-text.ts';
import type { Peel } from '../peeled.ts';
import type { Problems } from '../problems/collect-problems.ts';
import { jsonEnd, stringEnd } from './json-end.ts';
import { holdsMessage } from './json-record.ts';

/** How each kind of message starts, and where it ends. */
const KINDS: readonly {
  readonly start: RegExp;
  readonly end: (text: string, start: number) => number;
}[] = [
  { start: /"\{\s*\\"/g, end: stringEnd },
  { start: /"<(?:xml[\s>]|\?xml\s)/g, end: escapedEnd },
  { start: /\{\s*"/g, end: jsonEnd },
  { start: /\{\s*\\"/g, end: (text) => text.lastIndexOf('}') + 1 },
  { start: /\{\s*&(?:quot|#34|#x22);/g, end: (text) => text.lastIndexOf('}') + 1 },
  { start: /<xml[\s>]|<\?xml\s/g, end: xmlEnd },
  { start: /&lt;(?:\?xml\s|xml&gt;)/g, end: (text, start) => after(text, '&lt;/xml&gt;', start) },
  { start: /\b(?:web_api=)?%(?:7B(?:%[A-F\d]{2}|\+)*%22|3Cxml%3E)/gi, end: encodedEnd },
];

/** XML in a string of JSON, where its line ends or quotes are escaped; in any other, the quote is none of its own. */
function escapedEnd(text: string, start: number): number {
  const end = stringEnd(text, start);
  const inside = text.slice(start, Math.max(end, start));
  return /\\/.test(inside) && !/\n/.test(inside) ? end : NONE;
}

/** No message starts here after all. */
const NONE = -2;

/** What looks like the end tag in CDATA is none. */
function xmlEnd(text: string, start: number): number {
  let at = start;
  let end = at;
  for (;;) {
    // The next end tag stays the next one until CDATA reaches beyond it: each character is read once.
    if (end <= at) end = after(text, '</xml>', at);
    const cdata = end < 0 ? -1 : text.indexOf('<![CDATA[', at);
    if (cdata < 0 || cdata > end) return end;
    at = after(text, ']]>', cdata);
    if (at < 0) return -1;
    if (end - '</xml>'.length < at) end = at;
  }
}

function after(text: string, closing: string, start: number): number {
  const at = text.indexOf(closing, start);
  return at < 0 ? -1 : at + closing.length;
}

function encodedEnd(text: string, start: number): number {
  const length = text.slice(start).search(/[\s"'<>,;]/);
  return length < 0 ? text.length : start + length;
}

interface Found {
  readonly start: number;
  readonly end: number;
}

/** A message in the middle of other text: the prefix of a log line, a semicolon, `&key=` and the key. */
export const peelTextAround: Peel = (source, problems) => {
  const found = messagesIn(source.text);
  const [first, ...others] = tellingOf(found, source.text);
  if (first === undefined) return undefined;
  const isWhole = first.start === 0 && source.text.slice(first.end).trim() === '';
  // What is inside of a message that is broken is not the message.
  const isInside = found[0]?.start !== 0 && /^[{<]/.test(source.text);
  if (isWhole || isInside) return undefined;
  const inner = source.slice(first.start, first.end);
  const rest = source.text.slice(first.end);
  const pastedKey = /^&key=([^\s&"'}]+)/i.exec(rest)?.[1];
  if (first.start > 0 || others.length > 0 || pastedKey === undefined) warn(source, first, others, problems);
  return { containers: ['text'], inner, ...(pastedKey === undefined ? {} : { clues: { pastedKey } }) };
};

function messagesIn(text: string): Found[] {
  const found: Found[] = [];
  let from = 0;
  while (found.length < 16) {
    const next = nextMessage(text, from);
    if (next === undefined) break;
    found.push(next);
    from = next.end;
  }
  return found;
}

/** Of the records of a log, those that hold a message. */
function tellingOf(found: readonly Found[], text: string): readonly Found[] {
  const telling = found.filter(({ start, end }) => holdsMessage(text.slice(start, end)));
  return telling.length > 0 ? telling : found;
}

function nextMessage(text: string, from: number): Found | undefined {
  let best: Found | undefined;
  for (const { start, end } of KINDS) {
    start.lastIndex = from;
    const match = start.exec(text);
    if (match === null || (best !== undefined && match.index >= best.start)) continue;
    const close = end(text, match.index);
    if (close === NONE) continue;
    best = { start: match.index, end: close <= match.index ? text.length : close };
  }
  return best;
}

function warn(source: SourceText, first: Found, others: readonly Found[], problems: Problems): void {
  const [second] = others;
  if (second !== undefined) {
    const at = source.placeOf(second.start, second.end);
    problems.warning('several_messages', several(others.length + 1), at);
  } else if (source.text.slice(first.end).trim() !== '') {
    problems.warning('text_around', AFTER, source.placeOf(first.end, source.text.length));
  } else {
    problems.warning('text_around', BEFORE, source.placeOf(0, first.start));
  }
}

const several = (count: number) => ({
  zh: `这里有 ${count} 个报文，只解释第一个；第二个从这里开始`,
  en: `there are ${count} messages here and only the first is explained; the second starts here`,
});

const AFTER = {
  zh: '报文之后还有其他内容，已忽略',
  en: 'there is something after the message, which is left out',
};

const BEFORE = {
  zh: '报文之前还有其他内容，已忽略',
  en: 'there is something before the message, which is left out',
};
