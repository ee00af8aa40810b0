import { html, type TemplateResult } from 'lit';

const MARKS: Readonly<Record<string, string>> = {
  ' ': '·',
  '\n': '↵',
  '\r': '␍',
  '\t': '⇥',
  '\ufeff': 'BOM',
  '\u00a0': '⍽',
  '\u3000': '□',
};

/** White space of every kind, and whatever controls how text is shown without being seen. */
const INVISIBLE = /([\p{Cc}\p{Cf}\p{Z}])/u;

/** A piece of a text that shows what it is, or the mark of a character that does not. */
export interface VisiblePiece {
  readonly text: string;
  readonly isMark: boolean;
  readonly breaksLine: boolean;
}

/** The pieces of a text, of which every one can be seen. */
export function visiblePieces(text: string): VisiblePiece[] {
  return text
    .split(INVISIBLE)
    .filter((part) => part !== '')
    .map((part) => {
      const isMark = INVISIBLE.test(part);
      return { text: isMark ? (MARKS[part] ?? nameOf(part)) : part, isMark, breaksLine: part === '\n' };
    });
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The text with its white space shown. Copying is done by buttons, so that the marks are never copied. */
export function visibleText(text: string): (string | TemplateResult)[] {
  return visiblePieces(text).map(({ text: piece, isMark, breaksLine }) =>
    isMark ? html`<span class="space">${piece}</span>${breaksLine ? '\n' : ''}` : piece,
  );
}
