import { compareCodePoints } from '../compare-code-points.ts';

/** Up to here insertion takes half the time of `Array.sort`, and next to none when the names are sorted already. */
const FEW = 32;

/** Sorts by code point, in place; fast for the number of fields a message has. */
export function sortNames(names: string[]): string[] {
  if (names.length > FEW) {
    names.sort(compareCodePoints);
    return names;
  }
  for (let end = 1; end < names.length; end++) {
    const name = names[end] as string;
    let at = end;
    for (; at > 0; at--) {
      const before = names[at - 1] as string;
      if (compareCodePoints(before, name) <= 0) break;
      names[at] = before;
    }
    names[at] = name;
  }
  return names;
}
