import { type SourceText, SourceTextBuilder } from '../../internal/source-text.ts';
import type { Peel } from '../peeled.ts';
import type { Problems } from '../problems/collect-problems.ts';
import { decodeByteRun } from './byte-escapes.ts';
import { requestPathIn } from './http-message.ts';

/** An object whose quotes are written `\x22`, as nginx writes them. */
const NGINX_JSON = /\{(?:\s|\\x0[9ad])*\\x22/i;
/** As Apache writes it: quotes as `\"`, bytes beyond ASCII as `\xNN`. */
const APACHE_JSON = /\{\s*\\"/;

/** What a web server's log has of a body: quotes, backslashes, controls and bytes beyond ASCII written as `\xNN`. */
export const peelLogEscaped: Peel = (source, problems) => {
  const start = startIn(source.text);
  if (start === undefined) return undefined;
  const length = source.text.slice(start).search(/(?<!\\)"|[\r\n]/);
  const inside = source.slice(start, length < 0 ? source.text.length : start + length);
  if (!BYTE.test(inside.text)) return undefined;
  const path = requestPathIn(source.text.slice(0, start));
  return {
    containers: start === 0 ? ['log-escaped'] : ['text', 'log-escaped'],
    inner: decoded(inside, problems),
    clues: { role: 'sent', ...(path === undefined ? {} : { path }) },
  };
};

/** One that is not escaped itself, as in JSON that mentions it. */
const BYTE = /(?<!\\)\\x[\da-f]{2}/i;
/** XML has few quotes: its line ends or its Chinese show. */
const IN_XML = /\\x(?:0[ad]|22|5c)|(?:\\x[89a-f][\da-f]){2}/i;

function startIn(text: string): number | undefined {
  if (!BYTE.test(text)) return undefined;
  const starts = [NGINX_JSON.exec(text)?.index, APACHE_JSON.exec(text)?.index, xmlIn(text)];
  const start = Math.min(...starts.map((one) => one ?? text.length));
  // What is inside of a message is part of it.
  return start === text.length || (start > 0 && /^[{<["]/.test(text)) ? undefined : start;
}

function xmlIn(text: string): number | undefined {
  const start = text.indexOf('<xml>');
  const [line = ''] = start < 0 ? [] : text.slice(start).split(/["\r\n]/, 1);
  return IN_XML.test(line) ? start : undefined;
}

const ESCAPES = /(?:\\x[\da-f]{2})+|\\["\\]/gi;

function decoded(source: SourceText, problems: Problems): SourceText {
  const built = new SourceTextBuilder(source);
  let copied = 0;
  for (const { 0: whole, index } of source.text.matchAll(ESCAPES)) {
    built.copy(copied, index);
    copied = index + whole.length;
    if (!/^\\x/i.test(whole)) {
      built.replace(whole.slice(1), index, copied);
      continue;
    }
    const wrong = decodeByteRun(whole, index, 4, built);
    if (wrong !== undefined) {
      problems.warning('percent_not_utf8', NOT_UTF8, source.placeOf(wrong.start, wrong.end));
    }
  }
  built.copy(copied, source.text.length);
  return built.build();
}

const NOT_UTF8 = {
  zh: '写作 \\xNN 的字节不是 UTF-8（可能是 GBK），平台按 UTF-8 解码',
  en: 'the bytes written \\xNN are not UTF-8 (GBK perhaps): the platform decodes them as UTF-8',
};
