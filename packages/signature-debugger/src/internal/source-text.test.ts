import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMatches, SourceText, SourceTextBuilder } from './source-text.ts';

const unescape = (source: SourceText) =>
  decodeMatches(source, /%([\dA-F]{2})/g, ([, hex = '']) => String.fromCharCode(Number.parseInt(hex, 16)));

describe('SourceText', () => {
  it('knows where each character stands in the message', () => {
    const message = SourceText.whole('  ab%41c%42 ').trim();
    expect(message.placeOf(0, 2)).toEqual({ start: 2, end: 4 });
    const decoded = unescape(message);
    expect(decoded.text).toBe('abAcB');
    expect(decoded.placeOf(1, 2)).toEqual({ start: 3, end: 4 });
    expect(decoded.placeOf(2, 3)).toEqual({ start: 4, end: 7 });
    expect(decoded.placeOf(1, 4)).toEqual({ start: 3, end: 8 });
    expect(decoded.placeOf(5)).toEqual({ start: 11, end: 11 });
  });

  it('knows it through several layers', () => {
    const decoded = unescape(unescape(SourceText.whole('x%2541y').slice(1)));
    expect(decoded.text).toBe('Ay');
    expect(decoded.placeOf(0, 1)).toEqual({ start: 1, end: 6 });
    expect(decoded.placeOf(1, 2)).toEqual({ start: 6, end: 7 });
  });

  it('knows it of texts that were put together', () => {
    const message = SourceText.whole('one two');
    const built = new SourceTextBuilder(message);
    built.append(message.slice(4));
    built.replace('&', 3, 4);
    built.append(message.slice(0, 3));
    const joined = built.build();
    expect(joined.text).toBe('two&one');
    expect(joined.placeOf(0, 3)).toEqual({ start: 4, end: 7 });
    expect(joined.placeOf(4, 7)).toEqual({ start: 0, end: 3 });
  });

  it('does not take the nothing that is left for the message', () => {
    expect(new SourceTextBuilder(SourceText.whole('abc')).build().placeOf(0)).toEqual({ start: 0, end: 0 });
    expect(SourceText.whole('  \n ').trim().text).toBe('');
  });

  it('keeps a byte-order mark when it trims', () => {
    expect(SourceText.whole(' \ufeff{} \n').trim().text).toBe('\ufeff{}');
  });

  it('finds every copied character again', () => {
    const piece = fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom('%41', '%25', '%2541'));
    fc.assert(
      fc.property(fc.array(piece), fc.nat(3), (pieces, from) => {
        const message = pieces.join('');
        const decoded = unescape(unescape(SourceText.whole(message).slice(Math.min(from, message.length))));
        for (let at = 0; at < decoded.text.length; at++) {
          const { start, end } = decoded.placeOf(at, at + 1);
          const written = message.slice(start, end);
          expect(unescape(unescape(SourceText.whole(written))).text).toBe(decoded.text[at]);
        }
      }),
    );
  });
});
