import type { SourceText } from '../internal/source-text.ts';
import type { Container } from '../types/recognised.ts';
import type { Problems } from './problems/collect-problems.ts';

/** A message with one layer taken off. */
export interface Peeled {
  /** Outermost first. */
  readonly containers: readonly Container[];
  readonly inner: SourceText;
  readonly clues?: Clues;
}

/** What the surroundings tell about a message. */
export interface Clues {
  /** The path of the address that it is sent to. */
  readonly path?: string;
  /** It was sent to somebody, or it is the answer to what was. */
  readonly role?: 'sent' | 'answered';
  /** The key at the end of a signing text. */
  readonly pastedKey?: string;
}

/** Takes one kind of layer off, where there is one. */
export type Peel = (source: SourceText, problems: Problems) => Peeled | undefined;
