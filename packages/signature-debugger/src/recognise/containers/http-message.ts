import { type SourceText, SourceTextBuilder } from '../../internal/source-text.ts';
import type { Clues, Peel, Peeled } from '../peeled.ts';
import { dechunk } from './dechunk.ts';
import { isMessage, pathOf } from './html-form.ts';
import { holdsMessage } from './json-record.ts';

const REQUEST = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (\S+) HTTP\/\d(?:\.\d)?(?=[\s"\\[]|$)/;
const RESPONSE = /\bHTTP\/\d(?:\.\d)? \d{3}(?=[\s"\\[]|$)/;
const HEADER = /^[\w!#$%&'*+.^`|~-]+:(?:\s|$)|^[\w-]+:\S/;

interface Line {
  readonly start: number;
  readonly end: number;
}

interface Message {
  readonly kind: 'http-request' | 'http-response';
  readonly path?: string;
  /** What follows `?` in the address. */
  readonly query?: SourceText;
  readonly body: SourceText;
}

/** The path in the start line of a request that a text mentions. */
export function requestPathIn(text: string): string | undefined {
  return pathOf(REQUEST.exec(text)?.[1]);
}

/** A request or response as it travels or as a log has it: start line, headers, blank line, body (RFC 9112). */
export const peelHttpMessage: Peel = (source, problems) => {
  if (isMessage(source.text) || (!REQUEST.test(source.text) && !RESPONSE.test(source.text))) return undefined;
  const messages = readMessages(source);
  const filled = messages.filter(({ body, query }) => body.text !== '' || query !== undefined);
  const [message, ...others] = filled.length > 0 ? filled : messages;
  // Without a body it is a line of an access log, which may hold one.
  if (message === undefined || (filled.length === 0 && holdsMessage(source.text))) return undefined;
  if (others.length > 0) {
    problems.warning('several_messages', several(filled.length), others[0]?.body.placeOf(0));
  }
  return peeled(message);
};

function peeled({ kind, path, query, body }: Message): Peeled {
  const clues: Clues = {
    role: kind === 'http-request' ? 'sent' : 'answered',
    ...(path === undefined ? {} : { path }),
  };
  return { containers: [kind], inner: body.text === '' ? (query ?? body) : body, clues };
}

/** Cuts the text up at its start lines. */
function readMessages(source: SourceText): Message[] {
  const messages: Message[] = [];
  const lines = linesOf(source.text);
  const starts = lines.flatMap((line, index) => {
    const start = startLine(source.text, line);
    return start === undefined ? [] : [{ index, start }];
  });
  for (const [at, { index, start }] of starts.entries()) {
    const own = lines.slice(index + 1, starts[at + 1]?.index ?? lines.length);
    messages.push(readMessage(source, start, withoutPrefix(source.text, own, start.prefix)));
  }
  return messages;
}

interface StartLine {
  readonly kind: Message['kind'];
  /** What a log writes in front of the line. */
  readonly prefix: string;
  readonly target?: Line;
}

function startLine(text: string, { start, end }: Line): StartLine | undefined {
  const line = text.slice(start, end);
  // A message mentions no start line; what looks like one inside of a message is part of it.
  if (/^\s*(?:\{|<[\w!?/])/.test(line)) return undefined;
  const request = REQUEST.exec(line);
  if (request !== null) {
    const target = start + request.index + request[0].indexOf(' ') + 1;
    const prefix = line.slice(0, request.index);
    return {
      kind: 'http-request',
      prefix,
      target: { start: target, end: target + (request[1] ?? '').length },
    };
  }
  const response = RESPONSE.exec(line);
  return response === null ? undefined : { kind: 'http-response', prefix: line.slice(0, response.index) };
}

function readMessage(source: SourceText, { kind, target }: StartLine, lines: readonly Line[]): Message {
  const textOf = ({ start, end }: Line) => source.text.slice(start, end);
  let body = lines.findIndex((line) => !HEADER.test(textOf(line)));
  if (body < 0) body = lines.length;
  const headers = lines.slice(0, body).map(textOf);
  // Logs may leave the blank line out.
  while (body < lines.length && textOf(lines[body] as Line).trim() === '') body++;
  const isChunked = headers.some((header) => /^transfer-encoding:.*chunked/i.test(header));
  const raw = dechunk(joinLines(source, lines.slice(body)), isChunked).trim();
  return { kind, body: raw, ...addressOf(source, target) };
}

/** With the ends that the lines have in the text, where nothing was taken off them: chunks are counted in bytes. */
function joinLines(source: SourceText, lines: readonly Line[]): SourceText {
  const built = new SourceTextBuilder(source);
  for (const [index, { start, end }] of lines.entries()) {
    const before = lines[index - 1]?.end ?? start;
    const between = source.text.slice(before, start);
    if (/^\r?\n$/.test(between)) built.copy(before, start);
    else if (index > 0) built.replace('\n', before, start);
    built.copy(start, end);
  }
  return built.build();
}

function addressOf(source: SourceText, target: Line | undefined) {
  if (target === undefined) return {};
  const address = source.text.slice(target.start, target.end);
  const path = pathOf(address);
  const question = address.indexOf('?');
  return {
    ...(path === undefined ? {} : { path }),
    ...(question < 0 ? {} : { query: source.slice(target.start + question + 1, target.end) }),
  };
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { 0: ending, index } of text.matchAll(/\r?\n|$/g)) {
    if (index >= start) lines.push({ start, end: index });
    start = index + ending.length;
  }
  return lines;
}

/** What a log writes in front of every line is taken off. `curl -v` has its own. */
function withoutPrefix(text: string, lines: readonly Line[], prefix: string): readonly Line[] {
  if (prefix.trim() === '') return lines;
  const isCurl = /^[<>] $/.test(prefix);
  return lines
    .filter((line) => !isCurl || !/^(?:\* |[{}] \[\d+ bytes data\])/.test(text.slice(line.start, line.end)))
    .map(({ start, end }) => ({ start: start + prefixLength(text.slice(start, end), prefix), end }));
}

/** How much of a line is the prefix of the first one, whatever its digits are; an empty line may lack the last blank. */
function prefixLength(line: string, prefix: string): number {
  const { length } = prefix.trimEnd();
  for (let at = 0; at < length; at++) {
    const [one = '', other = ''] = [line[at], prefix[at]];
    if (one !== other && !(/\d/.test(one) && /\d/.test(other))) return 0;
  }
  return line[length] === ' ' ? length + 1 : length;
}

const several = (count: number) => ({
  zh: `这里有 ${count} 个 HTTP 报文，只解释第一个；第二个的正文从这里开始`,
  en: `there are ${count} HTTP messages here and only the first is explained; the body of the second starts here`,
});
