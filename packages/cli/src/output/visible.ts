/** Characters that do something to a terminal or cannot be seen, other than line feeds and tabs. */
const INVISIBLE =
  /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3000\ufeff]/gu;

/** Text of somebody else's, fit for a terminal: what would control it or cannot be seen is named. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, named);
}

/** The same, with blanks, tabs and line ends to be seen: for what is signed. */
export function visibleWhiteSpace(text: string): string {
  return visible(text.replaceAll('\r\n', '␍␊\n'))
    .replaceAll(' ', '␠')
    .replaceAll('\t', '␉')
    .replace(/(?<!␊)\n/g, '␊\n');
}

function named(character: string): string {
  if (character === '\r') return '␍';
  const codePoint = character.codePointAt(0) ?? 0;
  return `<U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}>`;
}
