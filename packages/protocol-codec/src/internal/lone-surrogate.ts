/** With the `u` flag a surrogate matches only when it is not half of a pair. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;

/**
 * Where the first half of a surrogate pair without its other half stands; -1 when there is none. `isWellFormed` is the
 * faster on Chinese text, and nearly every text ends there; older web views do not have it.
 */
export function findLoneSurrogate(text: string & { isWellFormed?: () => boolean }): number {
  return text.isWellFormed?.() ? -1 : text.search(LONE_SURROGATE);
}
