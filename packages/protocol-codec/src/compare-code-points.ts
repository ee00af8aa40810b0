/**
 * Orders two strings by code point, which is the byte order of their UTF-8 and what both platforms sort field
 * names by. JavaScript's own order differs: it puts U+1F600 (a surrogate pair) before U+FF01. For `Array.sort`.
 *
 * @returns a negative number when `a` comes first, a positive one when `b` does, 0 when they are equal
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** A surrogate stands for a code point above every single unit: rank it after U+FFFF. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
