import type { Title } from '@yinjian/provider-kit';

/** How the text that somebody signed differs from the one to sign. Neither holds the key. */
export interface Difference {
  /** In order: the parts that are not `theirs` make up the text to sign, those that are not `platform` the other. */
  readonly parts: readonly DifferencePart[];
  readonly remarks: readonly DifferenceRemark[];
}

export interface DifferencePart {
  readonly kind: 'same' | 'theirs' | 'platform';
  readonly text: string;
}

/** What the parts from here on show, in words. */
export interface DifferenceRemark {
  /** Index in `parts`. */
  readonly at: number;
  readonly message: Title;
}
