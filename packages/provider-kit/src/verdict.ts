import type { NextStep } from './outcome.ts';
import type { Title } from './title.ts';

/** What one documented value of a state field means for the caller. */
export type State =
  | {
      readonly status: 'succeeded';
      readonly title: Title;
      /**
       * It was looked and nothing was found: what the reply then means where it leaves these fields out. An error code, a
       * list that is not empty, or a count above 0 contradicts it, and nothing is concluded; so do mere words, unless one of
       * the counts is there and is 0.
       */
      readonly nothing?: Readonly<Record<string, number | readonly []>>;
      /** Something was found, unless one of the counts in `nothing` is there and is 0. */
      readonly onlyWhereCounted?: true;
    }
  | { readonly status: 'pending'; readonly title: Title; readonly next: NextStep }
  | {
      readonly status: 'failed';
      readonly title: Title;
      /**
       * Speaks of the order itself, not of the attempt to place it: it needs no documented code to be believed of an order
       * that moves money.
       */
      readonly isDefinite?: true;
      /** How to go on, where without a documented code only the attempt may have failed: a wrong code. */
      readonly next?: NextStep;
    }
  | { readonly status: 'refunded'; readonly title: Title }
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
  /** How the platform's message must begin for the row to apply, where the code alone says too little. */
  readonly onlyWith?: string;
  /** Pauses before each repeat, in seconds; absent if it must not be repeated. */
  readonly repeatAfterSeconds?: readonly number[];
  /** What to do next, where it is not what the operation does whenever something is unknown. */
  readonly next?: NextStep;
}

/** An error table of the documents, by the platform's code. */
export type ErrorCodes = Readonly<Record<string, ErrorCode>>;
