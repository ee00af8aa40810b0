import { describe, expect, it } from 'vitest';
import { encodeGbk } from './gbk.ts';

describe('encodeGbk', () => {
  it('gives the bytes of GBK', () => {
    expect(encodeGbk('地铁A')).toEqual(Uint8Array.of(0xb5, 0xd8, 0xcc, 0xfa, 0x41));
    expect(encodeGbk('')).toEqual(new Uint8Array());
  });

  it('gives nothing where a character is not in GBK', () => {
    expect(encodeGbk('地😀')).toBeUndefined();
    expect(encodeGbk('\ud800')).toBeUndefined();
  });

  it('gives what the decoder reads back', () => {
    const text = '张三 代付 〇 ㎡ é ！“”……';
    expect(new TextDecoder('gbk').decode(encodeGbk(text.replace('é', '')))).toBe(text.replace('é', ''));
  });
});
