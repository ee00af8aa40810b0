/** Bytes by character, for those GBK has and ASCII has not; made on first use, about 10 ms. */
let table: ReadonlyMap<string, number> | undefined;

/**
 * The GBK bytes of a text. No runtime has an encoder, but every browser and server runtime has the decoder.
 *
 * @returns `undefined` where a character is not in GBK, or the runtime cannot decode it.
 */
export function encodeGbk(text: string): Uint8Array<ArrayBuffer> | undefined {
  table ??= makeTable();
  const bytes: number[] = [];
  for (const character of text) {
    const unit = character.charCodeAt(0);
    if (unit < 0x80) {
      bytes.push(unit);
      continue;
    }
    const pair = table.get(character);
    if (pair === undefined) return undefined;
    bytes.push(pair >> 8, pair & 0xff);
  }
  return new Uint8Array(bytes);
}

function makeTable(): ReadonlyMap<string, number> {
  const pairs: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) pairs.push((lead << 8) | trail);
  }
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder('gbk');
  } catch {
    return new Map();
  }
  const characters = new Map<string, number>();
  // A line feed after each pair keeps one that stands for nothing from swallowing the next.
  const text = decoder.decode(new Uint8Array(pairs.flatMap((pair) => [pair >> 8, pair & 0xff, 0x0a])));
  for (const [index, character] of text.split('\n').entries()) {
    const pair = pairs[index];
    if (pair === undefined || character.includes('\ufffd') || Array.from(character).length !== 1) continue;
    if (!characters.has(character)) characters.set(character, pair);
  }
  return characters;
}
