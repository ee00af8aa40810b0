import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusal } from './internal/refusal.fixture.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}

describe('encodeUtf8', () => {
  it('writes one to four bytes a character', () => {
    expect([...encodeUtf8('a\u00e9例\u{1f600}\0')]).toEqual([
      0x61, 0xc3, 0xa9, 0xe4, 0xbe, 0x8b, 0xf0, 0x9f, 0x98, 0x80, 0x00,
    ]);
    expect(encodeUtf8('')).toHaveLength(0);
    expect([...encodeUtf8('\ufeff')]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it.each([
    ['\ud800', 0],
    ['a\udc00', 1],
    ['\u{1f600}\ud83d', 2],
    ['\udc00\ud800', 0],
    ['\ud83d\ud83d\ude00', 0],
    ['例\ud83dx', 1],
  ])('refuses the lone surrogate in %j', (text, offset) => {
    expect(refusal(() => encodeUtf8(text))).toMatchObject({ code: 'lone_surrogate', offset });
  });

  it('refuses what is not a string', () => {
    for (const text of [undefined, null, 1, {}] as unknown[] as string[]) {
      expect(refusal(() => encodeUtf8(text)).code).toBe('invalid_argument');
    }
  });
});

describe('decodeUtf8', () => {
  it('reads what encodeUtf8 writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeUtf8(encodeUtf8(`.${text}`))).toBe(`.${text}`);
      }),
    );
  });

  it('drops one byte-order mark in front and keeps any other', () => {
    expect(decodeUtf8(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('a');
    expect(decodeUtf8(bytes(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa');
    expect(decodeUtf8(bytes(0x61, 0xef, 0xbb, 0xbf))).toBe('a\ufeff');
  });

  it('reads a view of a larger buffer', () => {
    expect(decodeUtf8(encodeUtf8('xx例yy').subarray(2, 5))).toBe('例');
    expect(decodeUtf8(bytes())).toBe('');
  });

  it.each([
    ['a lone continuation byte', bytes(0x80)],
    ['a missing continuation byte', bytes(0xe4, 0xbe)],
    ['a wrong continuation byte', bytes(0xe4, 0x61, 0x8b)],
    ['an overlong slash', bytes(0xc0, 0xaf)],
    ['an overlong NUL', bytes(0xc0, 0x80)],
    ['an encoded surrogate', bytes(0xed, 0xa0, 0x80)],
    ['an encoded surrogate pair', bytes(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80)],
    ['a code point above U+10FFFF', bytes(0xf4, 0x90, 0x80, 0x80)],
    ['0xFF', bytes(0x61, 0xff)],
    ['GBK', bytes(0xd5, 0xd0, 0xc9, 0xcc)],
  ])('refuses %s', (_name, input) => {
    expect(refusal(() => decodeUtf8(input))).toMatchObject({ code: 'utf8_invalid', offset: -1 });
  });

  it('is not put off by what it refused before', () => {
    const cutOff = bytes(0x61, 0xe4, 0xbe);
    expect(refusal(() => decodeUtf8(cutOff)).code).toBe('utf8_invalid');
    expect(decodeUtf8(bytes(0x8b & 0x7f))).toBe('\u000b');
    expect(refusal(() => decodeUtf8(cutOff)).code).toBe('utf8_invalid');
    expect(decodeUtf8(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('a');
  });

  it('decodes no more than the cap', () => {
    const nine = new Uint8Array(9).fill(0x41);
    expect(decodeUtf8(nine, { maxLength: 9 })).toBe('AAAAAAAAA');
    expect(refusal(() => decodeUtf8(nine, { maxLength: 8 })).code).toBe('too_large');
    expect(refusal(() => decodeUtf8(new Uint8Array(1_048_577))).code).toBe('too_large');
  });
});
