import {
  canonicalizeJson,
  compareCodePoints,
  type JsonMemberTree,
  type JsonObjectTree,
  type JsonTree,
} from '@yinjian/protocol-codec';
import type { Title } from '@yinjian/provider-kit';
import { SpanWriter } from './span-writer.ts';

/** The text MMSP signs for a body, and what each piece of it is. The same text as `canonicalizeJson` gives. */
export function canonicalJsonSpans(body: JsonObjectTree): SpanWriter {
  const writer = new SpanWriter();
  writeObject(writer, sortedMembers(body), true);
  return writer;
}

/** The members of the top level in the order in which they are signed. */
export function sortedMembers({ members }: JsonObjectTree): readonly JsonMemberTree[] {
  return members.toSorted((one, other) => compareCodePoints(one.name, other.name));
}

function writeObject(writer: SpanWriter, members: readonly JsonMemberTree[], isTop: boolean): void {
  writer.write('{', 'punctuation');
  for (const [index, { name, value }] of members.entries()) {
    if (isTop) writer.field = undefined;
    if (index > 0) writer.write(',', 'punctuation');
    if (isTop) writer.field = name;
    writer.write('"', 'punctuation');
    writeText(writer, name, 'name');
    writer.write('":', 'punctuation');
    writeValue(writer, value);
  }
  if (isTop) writer.field = undefined;
  writer.write('}', 'punctuation');
}

function writeValue(writer: SpanWriter, value: JsonTree): void {
  switch (value.kind) {
    case 'string':
      writer.write('"', 'punctuation');
      writeText(writer, value.value, 'value', value.lexeme);
      writer.write('"', 'punctuation');
      return;
    case 'scalar':
      writer.write(value.lexeme, 'value', /^[\d-]/.test(value.lexeme) ? NUMBER : LITERAL);
      return;
    case 'object':
      writeObject(writer, value.members, false);
      return;
    case 'array':
      writer.write('[', 'punctuation');
      for (const [index, item] of value.items.entries()) {
        if (index > 0) writer.write(',', 'punctuation');
        writeValue(writer, item);
      }
      writer.write(']', 'punctuation');
  }
}

/** What PHP's `json_encode` with JSON_UNESCAPED_UNICODE does not print as it is. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const ESCAPED = /["\\/\u0000-\u001f\u2028\u2029]/g;

/** @param lexeme As the message has it, to tell which of its characters are written `\\uXXXX` there. */
function writeText(writer: SpanWriter, text: string, role: 'name' | 'value', lexeme = ''): void {
  const pieces = lexeme.includes('\\u') ? piecesOf(lexeme) : [{ length: text.length, isEscaped: false }];
  let start = 0;
  for (const { length, isEscaped } of pieces) {
    writePlain(writer, text.slice(start, start + length), role, isEscaped ? RAW : undefined);
    start += length;
  }
}

function writePlain(writer: SpanWriter, text: string, role: 'name' | 'value', note?: Title): void {
  let copied = 0;
  for (const { 0: character, index } of text.matchAll(ESCAPED)) {
    writer.write(text.slice(copied, index), role, note);
    writer.write(escaped(character), 'escape', noteOf(character));
    copied = index + 1;
  }
  writer.write(text.slice(copied), role, note);
}

/** Runs of a JSON string that is written with `\\uXXXX`, or without, in units of what it means. */
function piecesOf(lexeme: string): { readonly length: number; readonly isEscaped: boolean }[] {
  return Array.from(lexeme.slice(1, -1).matchAll(/((?:\\u[\dA-Fa-f]{4})+)|(?:\\[^u]|[^\\])+/g), (match) => {
    const [whole, escapes] = match;
    return escapes === undefined
      ? { length: whole.replaceAll(/\\./g, ' ').length, isEscaped: false }
      : { length: whole.length / 6, isEscaped: true };
  });
}

const escapes = new Map<string, string>();

/** As the codec writes it. */
function escaped(character: string): string {
  const known = escapes.get(character);
  if (known !== undefined) return known;
  const written = canonicalizeJson({ '': character }).slice('{"":"'.length, -'"}'.length);
  escapes.set(character, written);
  return written;
}

function noteOf(character: string): Title {
  if (character === '/') return SLASH;
  return /["\\]/.test(character) ? QUOTE : /[\u2028\u2029]/.test(character) ? SEPARATOR : CONTROL;
}

const SLASH: Title = {
  zh: '签名时 / 写成 \\/（PHP json_encode 的默认行为）；发送的报文里不必转义',
  en: 'for signing, / is written \\/ (as PHP’s json_encode does); what is sent need not be escaped',
};

const QUOTE: Title = {
  zh: '字符串里的双引号和反斜杠要转义',
  en: 'a double quote or backslash in a string is escaped',
};

const CONTROL: Title = {
  zh: '控制字符写成 \\b \\f \\n \\r \\t，其他写成小写十六进制的 \\u00xx',
  en: 'controls are written \\b \\f \\n \\r \\t, others \\u00xx in lower-case hex',
};

const SEPARATOR: Title = {
  zh: 'U+2028 和 U+2029 写成 \\u2028、\\u2029（PHP 7.1 起）',
  en: 'U+2028 and U+2029 are written \\u2028 and \\u2029 (PHP since 7.1)',
};

const RAW: Title = {
  zh: '报文里写作 \\uXXXX，签名时用字符本身（JSON_UNESCAPED_UNICODE）',
  en: 'written \\uXXXX in the message and signed as the character itself (JSON_UNESCAPED_UNICODE)',
};

const NUMBER: Title = {
  zh: '数字按报文里的写法签名，不加引号，1.10 不会变成 1.1',
  en: 'a number is signed as it is written, without quotes; 1.10 does not become 1.1',
};

const LITERAL: Title = {
  zh: 'true、false、null 不加引号，null 也参与签名',
  en: 'true, false and null are signed without quotes, null too',
};
