import type { Title } from '@yinjian/provider-kit';
import type { Keys } from './keys.ts';
import type { Problem } from './problem.ts';
import type { Platform, Recognised } from './recognised.ts';
import type { Step } from './step.ts';

export interface ExplainOptions extends Keys {
  /** WeChat Pay: otherwise taken from `sign_type`, then from the length of `sign`. */
  readonly signType?: 'MD5' | 'HMAC-SHA256';
  /** The signature to compare with, where the message does not carry it; wins over the one in the message. */
  readonly signature?: string;
  /** Where recognition guesses wrong. */
  readonly platform?: Platform;
}

/** A message, explained. Holds no key. */
export interface Explanation {
  readonly recognised: Recognised;
  /** In the order of signing; of a payout, in the order of checking. */
  readonly steps: readonly Step[];
  readonly verdict: Verdict;
  readonly problems: readonly Problem[];
}

/**
 * - `match`, `mismatch`: the signature is, is not, that of the message under the key that was given.
 * - `no_key`, `no_signature`: there is nothing to check with, or nothing to check.
 * - `unsigned`: a message that the platform does not sign.
 * - `undecryptable`: a payout that the private key that was given does not open.
 * - `unreadable`: not a message.
 */
export interface Verdict {
  readonly result:
    | 'match'
    | 'mismatch'
    | 'no_key'
    | 'no_signature'
    | 'unsigned'
    | 'unreadable'
    | 'undecryptable';
  readonly message: Title;
}
