import { decodeMatches, type SourceText } from '../../internal/source-text.ts';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

const REFERENCE = /&(?:([A-Za-z]+)|#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6}));?/g;

/** Resolves the character references that occur in escaped messages. */
export function decodeReferences(source: SourceText): SourceText {
  return decodeMatches(source, REFERENCE, ([whole, name, decimal, hex]) => {
    // `&copy=1` in an address is no reference: of names only those with their semicolon.
    if (name !== undefined) return whole.endsWith(';') ? NAMED[name.toLowerCase()] : undefined;
    const codePoint = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
    const isCharacter = codePoint > 0 && codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);
    return isCharacter ? String.fromCodePoint(codePoint) : undefined;
  });
}
