import { decodeMatches, type SourceText } from '../../internal/source-text.ts';

/** What a caret escapes; at the end of a line it joins the next, and before an empty one it stands for a line end. */
const CARET = /\^(?:\r?\n(\r?\n)?|([^]))/g;

/** A command line for Windows' `cmd` without its carets: `^"^{^\^"CommandID^\^":771^}^"`, as browsers copy it. */
export function withoutCarets(source: SourceText): SourceText {
  if (!/\^["{]/.test(source.text)) return source;
  return decodeMatches(
    source,
    CARET,
    ([, lineEnd, escaped]) => escaped ?? (lineEnd === undefined ? ' ' : '\n'),
  );
}
