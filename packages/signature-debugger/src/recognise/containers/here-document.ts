import { decodeMatches, type SourceText } from '../../internal/source-text.ts';

/** What a command reads instead of what is typed. */
export interface HereDocument {
  readonly document: SourceText;
  /** What else stands on the line of the command. */
  readonly rest: SourceText;
}

/** The end of the text is marked by a word of one's own: `<<EOF`, `<<-EOF`, `<<'EOF'` (POSIX shell, 2.7.4). */
const OPERATOR = /<<-?[ \t]*(['"\\]?)([\w.-]+)['"]?/y;

/** The here-document whose operator stands at `at`. */
export function hereDocument(source: SourceText, at: number): HereDocument | undefined {
  const { text } = source;
  OPERATOR.lastIndex = at;
  const match = OPERATOR.exec(text);
  if (match === null) return undefined;
  const [whole, quote, word = ''] = match;
  const lineEnd = text.indexOf('\n', at);
  if (lineEnd < 0) return undefined;
  const rest = source.slice(at + whole.length, lineEnd);
  const lines = source.slice(lineEnd + 1);
  const end = lines.text.search(new RegExp(`^[ \\t]*${word.replaceAll('.', '\\.')}[ \\t\\r)"']*$`, 'm'));
  const document = end < 0 ? lines : lines.slice(0, end);
  return { rest, document: quote === '' ? withoutEscapes(document) : document };
}

/** Where the word is not quoted, the shell takes these escapes away. */
function withoutEscapes(document: SourceText): SourceText {
  return decodeMatches(document, /\\(?:([$`\\])|\r?\n)/g, ([, character = '']) => character);
}
