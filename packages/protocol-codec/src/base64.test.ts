import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { refusal } from './internal/refusal.fixture.ts';
import { encodeUtf8 } from './utf8.ts';

/** RFC 4648 section 10. */
const vectors: [text: string, base64: string][] = [
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
];

describe('base64', () => {
  it.each(vectors)('of %j is %j', (text, base64) => {
    const bytes = encodeUtf8(text);
    expect(encodeBase64(bytes)).toBe(base64);
    expect(decodeBase64(base64)).toEqual(bytes);
    expect(decodeBase64(base64.replaceAll('=', ''))).toEqual(bytes);
  });

  it('has the standard alphabet', () => {
    const bytes = Uint8Array.from([0xfb, 0xff, 0xbf, 0x00, 0xff]);
    expect(encodeBase64(bytes)).toBe('+/+/AP8=');
    expect(decodeBase64('+/+/AP8=')).toEqual(bytes);
  });

  it('may be wrapped', () => {
    expect(decodeBase64(' Zm9v\r\nYm\tFy\f\n')).toEqual(encodeUtf8('foobar'));
    expect(decodeBase64('Z g = =')).toEqual(encodeUtf8('f'));
    expect(decodeBase64(' \n')).toHaveLength(0);
  });

  it('encodes a view of a larger buffer', () => {
    expect(encodeBase64(encodeUtf8('xxfoobaryy').subarray(2, 8))).toBe('Zm9vYmFy');
  });

  it.each([
    ['Zm9v-_', 4],
    ['Zm9v!', 4],
    ['Zm9v\u000b', 4],
    ['Zm9v\u00a0', 4],
    ['Zm9v\0', 4],
    ['Zm9vé', 4],
    ['Ｚm9v', 0],
    ['data:;base64,Zg==', 4],
  ])('refuses the character in %j', (text, offset) => {
    expect(refusal(() => decodeBase64(text))).toMatchObject({ code: 'base64_invalid', offset });
  });

  it.each([
    'Z',
    'Zm9vY',
    'Z===',
    'Zg=',
    'Zg===',
    'Zm8==',
    'Zm9v=',
    'Zm9v==',
    'Zm9v====',
    '=',
    '==',
    '====',
    'Zg==Zg==',
    'Z=g=',
    '=Zg=',
    'Zm9v=YmFy',
  ])('refuses the length or padding of %j', (text) => {
    expect(refusal(() => decodeBase64(text))).toMatchObject({
      code: 'base64_invalid',
      offset: text.length,
    });
  });

  it.each(['Zh==', 'Zh', 'Zv==', 'Zm9=', 'Zm9', 'Zm+='])('refuses the stray bits of %j', (text) => {
    expect(refusal(() => decodeBase64(text)).code).toBe('base64_invalid');
  });

  it('refuses what is not a string', () => {
    for (const text of [undefined, null, 1, {}] as unknown[] as string[]) {
      expect(refusal(() => decodeBase64(text)).code).toBe('invalid_argument');
    }
  });

  it('carries a mebibyte and more', () => {
    const bytes = new Uint8Array(1_500_001).map((_, index) => (index * 31) >> 3);
    const text = encodeBase64(bytes);
    expect(text).toHaveLength(2_000_004);
    expect(refusal(() => decodeBase64(text)).code).toBe('too_large');
    const limits = { maxLength: 3_000_000 };
    const decoded = decodeBase64(text, limits);
    expect(decoded).toHaveLength(bytes.length);
    expect(decoded.every((byte, index) => byte === bytes[index])).toBe(true);
    expect(decodeBase64(text.replace(/.{76}/g, '$&\r\n'), limits)).toHaveLength(bytes.length);
  });

  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
      }),
    );
  });

  it('has one spelling for any bytes, up to padding', () => {
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...digits.split('')), maxLength: 11 }), (text) => {
        let bytes: Uint8Array;
        try {
          bytes = decodeBase64(text);
        } catch {
          return;
        }
        expect(encodeBase64(bytes).replaceAll('=', '')).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
