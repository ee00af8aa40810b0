/**
 * Orders two strings by code point, which is the byte order of their UTF-8 and what both platforms sort field
 * names by. JavaScript's own order differs: it puts U+1F600 (a surrogate pair) before U+FF01. For `Array.sort`.
 *
 * @returns a negative number when `a` comes first, a positive one when `b` does, 0 when they are equal
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    // Half of a pair that is the same in both says nothing new.
    const left = a.codePointAt(at) ?? 0;
    const right = b.codePointAt(at) ?? 0;
    if (left !== right) return left - right;
  }
  return a.length - b.length;
}
