import { type SourceText, SourceTextBuilder } from '../../internal/source-text.ts';

/** The line before a chunk: its bytes in hex (RFC 9112 section 7.1). */
const SIZE = /([\dA-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/y;

/**
 * Puts the chunks of a body together.
 *
 * @param isChunked Whether a header says so; otherwise only a body that cannot be anything else is taken for chunked.
 */
export function dechunk(source: SourceText, isChunked: boolean): SourceText {
  const { text } = source;
  if (
    !(isChunked ? /^[\dA-Fa-f]{1,8}[ \t]*(?:;.*)?\r?\n/ : /^[\dA-Fa-f]{1,8}[ \t]*\r?\n\s*[{<%"]/).test(text)
  ) {
    return source;
  }
  const built = new SourceTextBuilder(source);
  let at = 0;
  for (;;) {
    SIZE.lastIndex = at;
    const match = SIZE.exec(text);
    const size = Number.parseInt(match?.[1] ?? '', 16);
    if (match === null) {
      // The last size, or what is left of it.
      const rest = text.slice(at);
      if (!/^\s*0?\s*$/.test(rest)) built.copy(at, text.length);
      return built.build();
    }
    if (size === 0) return built.build();
    const from = at + match[0].length;
    const to = endOfBytes(text, from, size);
    const ending = /^\r?\n/.exec(text.slice(to, to + 2))?.[0];
    if (to < 0 || (ending === undefined && to < text.length)) {
      // The log changed the bytes: their number is no help.
      built.copy(from, from + text.slice(from).replace(/\r?\n0\s*$/, '').length);
      return built.build();
    }
    built.copy(from, to);
    at = to + (ending ?? '').length;
  }
}

/** Where so many UTF-8 bytes end; -1 within a character or behind the end. */
function endOfBytes(text: string, from: number, bytes: number): number {
  let left = bytes;
  let at = from;
  while (left > 0 && at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0;
    left -= codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    at += codePoint < 0x10000 ? 1 : 2;
  }
  return left === 0 ? at : -1;
}
