import { describe, expect, it } from 'vitest';
import { visiblePieces } from './visible-text.ts';

const shown = (text: string) =>
  visiblePieces(text)
    .map((piece) => (piece.isMark ? `<${piece.text}>` : piece.text))
    .join('');

describe('a text that is shown', () => {
  it('shows its white space', () => {
    expect(shown('a b\t\u00a0\u3000\r\n')).toBe('a<·>b<⇥><⍽><□><␍><↵>');
    expect(visiblePieces('a\nb')[1]).toEqual({ text: '↵', isMark: true, breaksLine: true });
  });

  it.each([
    '\u200b',
    '\u200c',
    '\u200d',
    '\u200e',
    '\u200f',
    '\u2028',
    '\u2029',
    '\u00ad',
    '\u2060',
    '\u202e',
    '\u2066',
    '\u2009',
    '\u0000',
    '\u007f',
    '\u0085',
  ])('names what cannot be seen: %j', (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    expect(shown(`a${character}b`)).toBe(`a<U+${code}>b`);
  });

  it('names a byte-order mark', () => {
    expect(shown('\ufeffa')).toBe('<BOM>a');
  });

  it('leaves everything else as it is', () => {
    for (const text of ['', '张三 '.trim(), 'ünïcödé', '𠮷😀', '﹏·↵']) expect(shown(text)).toBe(text);
  });
});
