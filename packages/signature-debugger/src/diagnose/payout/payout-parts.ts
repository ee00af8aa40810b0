import type { Side } from './payout-keys.ts';

/** What a payout is made of, and who made it. */
export interface PayoutParts {
  /** Base64 of the ciphertext; undefined where the plain text was given. */
  readonly encrypted: string | undefined;
  /** Base64; empty where there is none. */
  readonly signature: string;
  readonly sender: Side;
  readonly receiver: Side;
  /** What was signed, according to whoever asks. */
  readonly theirText: string | undefined;
  /** The name of its definition. */
  readonly operation: string | undefined;
}
