import type { Span } from '@yinjian/signature-debugger';
import type { Context } from '../context.ts';
import { style } from './style.ts';
import { visible, visibleWhiteSpace } from './visible.ts';

/** A text that is signed: its parts told apart by colour, its white space to be seen, its escapes explained. */
export function canonicalInWords(
  { text, spans }: { readonly text: string; readonly spans: readonly Span[] },
  { say }: Context,
): string[] {
  const painted = spans.map(({ start, end, role }) => paint(text.slice(start, end), role)).join('');
  const notes = new Set(
    spans.flatMap(({ start, end, note }) =>
      note === undefined ? [] : [`${visible(text.slice(start, end))}  ${visible(say(note))}`],
    ),
  );
  return [...whiteSpaceInWords(painted), ...[...notes].map((line) => style('dim', `  ${line}`))];
}

function paint(piece: string, role: Span['role']): string {
  const shown = visibleWhiteSpace(piece);
  switch (role) {
    case 'name':
      return style('cyan', shown);
    case 'escape':
      return style(['yellow', 'bold'], shown);
    case 'punctuation':
      return style('dim', shown);
    case 'value':
      return shown;
  }
}

/** Lines of a text whose white space is shown by signs. */
export function whiteSpaceInWords(shown: string): string[] {
  return shown.split('\n').map((line) => `  ${line}`);
}
