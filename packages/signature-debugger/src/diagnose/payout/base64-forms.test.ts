import { describe, expect, it } from 'vitest';
import { bytesOf } from './base64-forms.ts';

const BYTES = Uint8Array.of(0xfb, 0xef, 0xbe, 0, 0, 62);

describe('base64 with spaces for its plus signs', () => {
  it.each([['    AAA '], ['    AAA \n'], ['++++AAA '], ['\r\n    AAA+']])('is read: %j', (text) => {
    expect(bytesOf(text)[0]).toEqual({ bytes: BYTES, mistakes: ['payout.plus_lost'] });
  });

  it.each([['++++AAA+ '], [' ++++AAA+  ']])('is not what has spaces around it: %j', (text) => {
    expect(bytesOf(text)[0]).toEqual({ bytes: BYTES, mistakes: [] });
  });
});
