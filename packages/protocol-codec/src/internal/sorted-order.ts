import { compareCodePoints } from '../compare-code-points.ts';

/** Where each name stands among those given, in the order of their code points. */
export function sortedOrder(names: readonly string[]): number[] {
  return names
    .map((_, index) => index)
    .toSorted((a, b) => compareCodePoints(names[a] as string, names[b] as string));
}
