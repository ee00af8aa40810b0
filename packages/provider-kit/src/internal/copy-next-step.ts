import type { NextStep } from '../outcome.ts';

/** A caller may shorten its list of pauses; the definition it came from stays as it is. */
export function copyNextStep(next: NextStep): NextStep {
  return structuredClone(next);
}
