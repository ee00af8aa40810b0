import { parseJsonTree } from '@yinjian/protocol-codec';
import { decodeMatches, type SourceText } from '../../internal/source-text.ts';
import type { Peel } from '../peeled.ts';
import { stringEnd } from './json-end.ts';

const ESCAPE = /\\(?:u([\dA-Fa-f]{4})|(["\\/bfnrt]))/g;

const LETTERS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The text a JSON string stands for; `inside` is what stands between its quotes. */
export function decodeJsonString(inside: SourceText): SourceText {
  return decodeMatches(inside, ESCAPE, ([, hex, letter = '']) =>
    hex === undefined ? (LETTERS[letter] ?? letter) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** A message that was encoded as JSON twice, or copied from a string literal: `"{\"CommandID\":…}"`. */
export const peelJsonString: Peel = (source, problems) => {
  const inside = quoted(source) ?? (/^[{[]\s*\\"/.test(source.text) ? source : undefined);
  if (inside === undefined) return undefined;
  const inner = decodeJsonString(inside);
  if (!/^\s*[{[<"]/.test(inner.text)) return undefined;
  problems.warning('json_in_string', WRAPPED, source.placeOf(0, source.text.length));
  return { containers: ['json-string'], inner };
};

function quoted(source: SourceText): SourceText | undefined {
  if (!source.text.startsWith('"') || stringEnd(source.text, 0) !== source.text.length) return undefined;
  try {
    parseJsonTree(source.text);
  } catch {
    return undefined;
  }
  return source.slice(1, source.text.length - 1);
}

const WRAPPED = {
  zh: '报文是一个 JSON 字符串，里面又是 JSON（做了两次 json_encode，或复制自代码中的字符串）；已取出其中的内容',
  en: 'the message is a JSON string that holds JSON (encoded twice, or copied from a literal in code); what it holds was taken out',
};
