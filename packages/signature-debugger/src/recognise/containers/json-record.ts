import { type JsonObjectTree, type JsonTree, parseJsonTree } from '@yinjian/protocol-codec';
import type { SourceText } from '../../internal/source-text.ts';
import type { Peel } from '../peeled.ts';
import { jsonKind } from '../read/json-kind.ts';
import { namesOf } from '../read/tree-values.ts';
import { decodeJsonString } from './json-string.ts';

/** A record of a log in JSON, or the request of a tool, with the message in one of its members. */
export const peelJsonRecord: Peel = (source, problems) => {
  const record = source.text.startsWith('{') ? objectIn(source.text) : undefined;
  if (record === undefined) return undefined;
  const [first, second] = messagesIn(record, source);
  if (first === undefined) return undefined;
  if (second !== undefined) {
    problems.warning('several_messages', SEVERAL, source.placeOf(second.start, second.end));
  }
  const inner =
    first.kind === 'string'
      ? fromFirstPair(decodeJsonString(source.slice(first.start + 1, first.end - 1)))
      : source.slice(first.start, first.end);
  return { containers: ['json-record'], inner };
};

function objectIn(text: string): JsonObjectTree | undefined {
  try {
    const tree = parseJsonTree(text);
    return tree.kind === 'object' ? tree : undefined;
  } catch {
    return undefined;
  }
}

/** The values of a record that are or hold a message, in their order; none where the record is one itself. */
function messagesIn(record: JsonObjectTree, source: SourceText): JsonTree[] {
  if (jsonKind(namesOf(record)) !== undefined) return [];
  const found: JsonTree[] = [];
  const visit = (value: JsonTree): void => {
    if (value.kind === 'string') {
      if (holdsMessage(value.value)) found.push(value);
    } else if (value.kind === 'array') {
      value.items.forEach(visit);
    } else if (value.kind === 'object') {
      if (jsonKind(namesOf(value)) === undefined) value.members.forEach((member) => visit(member.value));
      else found.push(value);
    }
  };
  record.members.forEach((member) => visit(member.value));
  return found.filter(({ start, end }) => source.text.slice(start, end).trim() !== '');
}

/** An envelope or a payout, with its quotes escaped any number of times and any way; XML; an encoded or signed form. */
const MESSAGE =
  /(?:"|&quot;|\\x22)(?:CommandID|Body|ENCRYPT)\\*(?:"|&quot;|\\x22)\s*:|(?:<|&lt;|\\u003[cC])xml[\s>&\\]|%22(?:CommandID|Body|ENCRYPT)%22|%3Cxml%3E|\bweb_api=/;

/** Whether a text is or holds a message of the two platforms. */
export function holdsMessage(text: string): boolean {
  if (MESSAGE.test(text) || isSignedText(text)) return true;
  const object = /^\s*\{/.test(text) ? objectIn(text) : undefined;
  if (object === undefined) return false;
  return jsonKind(namesOf(object)) !== undefined || object.members.some(({ value }) => holdsOne(value));
}

function holdsOne(value: JsonTree): boolean {
  if (value.kind === 'string') return holdsMessage(value.value);
  if (value.kind === 'array') return value.items.some(holdsOne);
  if (value.kind !== 'object') return false;
  return jsonKind(namesOf(value)) !== undefined || value.members.some((member) => holdsOne(member.value));
}

/** Fields of which every signing text of WeChat Pay has one. */
function isSignedText(text: string): boolean {
  return (
    /(?:^|[\s&:：[(（【"'])(?:sign|sign_type|mch_id|nonce_str|key)=/.test(text) &&
    firstPair(text) !== undefined
  );
}

const NEXT_PAIR = /&[A-Za-z_][\w.-]{0,63}=/g;
/** A pair with nothing or the end of a word before it. */
const PAIR = /(?:^|[\s:：[(（【"'])[A-Za-z_][\w.-]{0,63}=[^\s&]*$/;
const LONGEST_PAIR = 320;
/** Addresses have pairs too. */
const MOST_PAIRS = 20;

/** Where a signing text starts: at the first of two pairs in a row. */
function firstPair(text: string): number | undefined {
  let looked = 0;
  for (const { index } of text.matchAll(NEXT_PAIR)) {
    if (++looked > MOST_PAIRS) break;
    const from = Math.max(0, index - LONGEST_PAIR);
    const pair = PAIR.exec(text.slice(from, index));
    if (pair !== null) return from + pair.index + (/^[A-Za-z_]/.test(pair[0]) ? 0 : 1);
  }
  return undefined;
}

/** A signing text without what a log writes before it. */
function fromFirstPair(text: SourceText): SourceText {
  if (MESSAGE.test(text.text) || /^\s*[{[<"]/.test(text.text) || !isSignedText(text.text)) return text;
  const start = firstPair(text.text) ?? 0;
  const isBracketed = text.text.slice(0, start).endsWith('[') && /\]\s*$/.test(text.text);
  return text.slice(start, isBracketed ? text.text.lastIndexOf(']') : text.text.length);
}

const SEVERAL = {
  zh: '这条记录里有不止一个报文，只解释第一个；第二个从这里开始',
  en: 'this record holds more than one message and only the first is explained; the second starts here',
};
