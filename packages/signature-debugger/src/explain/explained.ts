import type { Verdict } from '../types/explanation.ts';
import type { Problem } from '../types/problem.ts';
import type { Recognised } from '../types/recognised.ts';
import type { Step } from '../types/step.ts';

/** What comes of explaining what was recognised. */
export interface Explained {
  readonly steps: readonly Step[];
  readonly verdict: Verdict;
  /** What only decryption brought to light. */
  readonly recognised?: Partial<Recognised>;
  readonly problems?: readonly Problem[];
}
