import type { Family } from '../mistakes/mistake.ts';
import type { TriedFamily } from '../types/diagnosis.ts';

export function triedFamily(family: Family, counts?: ReadonlyMap<Family, number>): TriedFamily {
  const missing = family.missing?.();
  return {
    id: family.id,
    title: family.title,
    count: counts?.get(family) ?? 0,
    ...(missing === undefined ? {} : { missing }),
  };
}
