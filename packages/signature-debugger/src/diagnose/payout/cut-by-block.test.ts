import { describe, expect, it } from 'vitest';
import { isCutByBlock, isDecodedByBlock } from './cut-by-block.ts';

/** What a program makes of a text whose bytes it decodes piece by piece. */
function cut(text: string, size: number): { text: string; plainBytes: number[] } {
  const bytes = new TextEncoder().encode(text);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    pieces.push(new TextDecoder().decode(bytes.subarray(at, at + size)));
  }
  return { text: pieces.join(''), plainBytes: pieces.map((piece) => new TextEncoder().encode(piece).length) };
}

const text = JSON.stringify({ CMDID: '4097', MEMO: '代付工资与奖金😀a'.repeat(60) });

describe('isCutByBlock', () => {
  it.each([117, 245, 64, 100, 128])('sees where pieces of %d bytes ended', (size) => {
    const { text: broken } = cut(text, size);
    expect(broken.match(/\ufffd+/g)?.length).toBeGreaterThan(2);
    expect(isCutByBlock(broken)).toBe(true);
    expect(isDecodedByBlock(text, broken)).toBe(true);
  });

  it.each([50, 90, 111])('sees it by the blocks that were encrypted: %d bytes', (size) => {
    const { text: broken, plainBytes } = cut(text, size);
    expect(isCutByBlock(broken, plainBytes)).toBe(true);
  });

  it.each([
    ['nothing was lost', text],
    ['something was lost elsewhere', text.replace('工', '\ufffd')],
    ['something was lost elsewhere too', cut(text, 117).text.replace('CMDID', '\ufffd')],
    ['every character was lost', text.replaceAll(/[^ -~]/g, '\ufffd')],
  ])('sees none where %s', (_, other) => {
    expect(isCutByBlock(other, [117, 117, 117])).toBe(false);
    expect(isDecodedByBlock(text, other)).toBe(false);
  });
});
