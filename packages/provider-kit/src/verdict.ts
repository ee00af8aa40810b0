import type { NextStep } from './outcome.ts';
import type { Title } from './title.ts';

/** What one documented value of a state field means for the caller. */
export type State =
  | { readonly status: 'succeeded'; readonly title: Title }
  | { readonly status: 'pending'; readonly title: Title; readonly next: NextStep }
  | { readonly status: 'failed'; readonly title: Title }
  | { readonly status: 'unknown'; readonly title: Title; readonly next: NextStep };

/** A state field and the meaning of each of its documented values. Any other value is `unknown`. */
export interface States {
  /** The state field, by wire name. */
  readonly field: string;
  /** By the value on the wire. */
  readonly values: Readonly<Record<string, State>>;
}

/**
 * One row of an error table.
 *
 * - `failed`: the platform refused before executing, or says that it did not happen.
 * - `duplicate`: an order with this number exists: ask for its state.
 * - `pending`: it is under way.
 * - `unknown`: does not prove that nothing happened.
 */
export interface ErrorCode {
  readonly class: 'failed' | 'duplicate' | 'pending' | 'unknown';
  /** What the documents say the code means. */
  readonly meaning: Title;
  /** What the documents say to do about it. */
  readonly action: Title;
  /** There where the very same request may be sent again: after which pauses, in seconds. */
  readonly repeatAfterSeconds?: readonly number[];
}

/** An error table of the documents, by the platform's code. */
export type ErrorCodes = Readonly<Record<string, ErrorCode>>;
