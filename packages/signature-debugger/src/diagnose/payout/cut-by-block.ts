/** The pieces that programs cut a text into: what RSA takes with 1024 and 2048 bits, and round numbers. */
const USUAL_PIECES = [117, 245, 64, 100, 128];
const encoder = /* @__PURE__ */ new TextEncoder();

/** Whether each U+FFFD of a text stands for a character that the end of a piece went through. */
export function isCutByBlock(text: string, plainBytes: readonly number[] = []): boolean {
  if (!text.includes('\ufffd')) return false;
  const pieces = new Set([...USUAL_PIECES, ...plainBytes.slice(0, 1)]);
  return isAtBorders(text, plainBytes) || [...pieces].some((piece) => isAtEndsOf(piece, text));
}

/** What comes of a text whose bytes are decoded piece by piece. */
export function isDecodedByBlock(whole: string, text: string, plainBytes: readonly number[] = []): boolean {
  const bytes = encoder.encode(whole);
  return [...new Set([...USUAL_PIECES, ...plainBytes.slice(0, 1)])].some((piece) => {
    let read = '';
    for (let at = 0; at < bytes.length; at += piece) {
      read += new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(at, at + piece));
    }
    return read === text;
  });
}

/** What was lost, by where it stands among the bytes that are encrypted. */
function isAtBorders(text: string, plainBytes: readonly number[]): boolean {
  const borders: number[] = [];
  for (const length of plainBytes.slice(0, -1)) borders.push((borders.at(-1) ?? 0) + length);
  let offset = 0;
  return runsOf(text).every(({ before, length }) => {
    const start = offset + before;
    offset = start + length * 3;
    return borders.some((border) => start <= border && border <= offset);
  });
}

/** By where it stood before it was lost; how many bytes it had, its U+FFFD do not tell for sure. */
function isAtEndsOf(piece: number, text: string): boolean {
  let offsets: ReadonlySet<number> = new Set([0]);
  for (const { before, length } of runsOf(text)) {
    const next = new Set<number>();
    for (const offset of offsets) {
      const start = offset + before;
      for (const bytes of LENGTHS[length] ?? []) {
        const isCut = Math.floor((start + bytes - 1) / piece) > Math.floor(start / piece);
        if (isCut) next.add(start + bytes);
      }
    }
    offsets = next;
  }
  return offsets.size > 0;
}

/** The bytes of a character by the number of U+FFFD that its two parts are decoded as. */
const LENGTHS: Readonly<Record<number, readonly number[]>> = { 2: [3, 2, 4], 3: [3, 4], 4: [4] };

/** The places where something was lost: how many bytes stand before each, and how many U+FFFD there are. */
function runsOf(text: string): { readonly before: number; readonly length: number }[] {
  let end = 0;
  return Array.from(text.matchAll(/\ufffd+/g), ({ 0: run, index }) => {
    const before = encoder.encode(text.slice(end, index)).length;
    end = index + run.length;
    return { before, length: run.length };
  });
}
