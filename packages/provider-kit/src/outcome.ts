import { copyNextStep } from './internal/copy-next-step.ts';
import type { Title } from './title.ts';

/**
 * What became of a call. A client never throws for what a platform says or a network does; it returns one of
 * these, and `status` says what may be concluded:
 *
 * - `succeeded`: it happened. For a payment: the money has moved.
 * - `pending`: accepted or under way. Not paid yet; `next` says how to learn more.
 * - `failed`: it will not happen without a new request. Of a step that acts on an order (a confirmation, a cancellation),
 *   only the step has failed: `next` says how to learn of the order.
 * - `refunded`: it was paid and has been refunded since, wholly or in part. Neither deliver nor charge again.
 * - `unknown`: it may or may not have happened. Never treat it as failed; `next` says how to find out.
 *
 * `authenticated` tells whether a valid signature of the platform stands behind the statement.
 */
export type Outcome<Data, Succeeded extends Data = Data> =
  | { readonly status: 'succeeded'; readonly data: Succeeded; readonly authenticated: boolean }
  | {
      readonly status: 'pending';
      readonly data: Data;
      readonly authenticated: boolean;
      readonly next: NextStep;
    }
  | { readonly status: 'refunded'; readonly data: Data; readonly authenticated: boolean }
  | {
      readonly status: 'failed';
      readonly error: PlatformError;
      readonly authenticated: boolean;
      /** How to learn of the order, where only a step has failed, or where nobody signed for the failure. */
      readonly next?: NextStep;
      /** What else the reply said, where it could be read. */
      readonly data?: Data;
    }
  | {
      readonly status: 'unknown';
      readonly cause: UnknownCause;
      readonly next: NextStep;
      /** What the platform said all the same, where its signature was valid and it could be read. */
      readonly data?: Data;
    };

/** What to do to learn more. `operation` is the name of an operation of the same platform. */
export type NextStep =
  /** Call the query operation, for the first time after `afterSeconds[0]`, then after each further pause. */
  | {
      readonly action: 'query';
      readonly operation: string;
      readonly afterSeconds: readonly number[];
      /** A step of yours that the order may be waiting for: take it first, unless you have. */
      readonly awaits?: AwaitedStep;
    }
  /** Send the very same parameters, order number included, again after each pause, until it is no longer unknown. */
  | {
      readonly action: 'repeat';
      /** Absent where the order may have been placed by any of several: repeat the one that you called. */
      readonly operation?: string;
      readonly afterSeconds: readonly number[];
      /** Of a question alone: here so that it can be asked for without a `switch`. */
      readonly awaits?: undefined;
    }
  | ProceedStep;

/** Go on with the operation that comes next, for example with the code the payer received. */
export interface ProceedStep {
  readonly action: 'proceed';
  readonly operation: string;
  /** The fields of this reply that it takes, by wire name. The others it needs are yours to know. */
  readonly take?: readonly string[];
  /** Of a question alone. */
  readonly awaits?: undefined;
}

/** A step that an order under way may be waiting for. */
export interface AwaitedStep extends ProceedStep {
  /** The only operation whose orders wait for it, where not all do. */
  readonly placedBy?: string;
}

/** Why nothing can be concluded. */
export interface UnknownCause {
  /** Stable across releases; made for `switch`. */
  readonly code: UnknownCauseCode;
  /** In words, for a log. Holds nothing confidential. */
  readonly message: string;
  /** The HTTP status, where it is the cause. */
  readonly httpStatus?: number;
  /** The runtime's code of a failed connection (`ECONNREFUSED`, `ENOTFOUND`), where it gives one. */
  readonly systemCode?: string;
  /** The fields that are missing or speak of something else, by wire name. */
  readonly fields?: readonly string[];
  /** What the platform said, or whoever spoke unsigned in its place, where that settles nothing. */
  readonly error?: PlatformError;
}

/**
 * - `timeout`: no complete reply before the deadline. The platform may have executed the request.
 * - `network`: the connection failed or broke.
 * - `aborted`: the caller's signal fired after the request was handed to `fetch`.
 * - `redirect`, `http_status`: something other than the platform answered, or it is out of order.
 * - `reply_too_large`, `reply_malformed`, `reply_incomplete`: the reply cannot be read.
 * - `signature_missing`, `signature_invalid`, `decryption_failed`: the reply cannot be believed.
 * - `reply_mismatch`: a signed reply that speaks of another order or merchant, or contradicts itself.
 * - `page_limit`: a list has more pages than were to be read; what was read of it is right.
 * - `platform`: the platform itself says that it does not know, or uses a code or state that is not documented.
 */
export type UnknownCauseCode =
  | 'timeout'
  | 'network'
  | 'aborted'
  | 'redirect'
  | 'http_status'
  | 'reply_too_large'
  | 'reply_malformed'
  | 'reply_incomplete'
  | 'reply_mismatch'
  | 'page_limit'
  | 'signature_missing'
  | 'signature_invalid'
  | 'decryption_failed'
  | 'platform';

/** What a platform said went wrong, with what its documents say about it. */
export interface PlatformError {
  /** The platform's own code, or its state where it gives no code. The set is open. */
  readonly code: string;
  /**
   * The platform's own words. Long runs of digits are masked, because they may be a card or a phone number; a client
   * also masks what it sent in sensitive fields.
   */
  readonly message: string;
  /** Whether the documents list the code. */
  readonly listed: boolean;
  /** What the documents say the code means, where they list it. */
  readonly meaning?: Title;
  /** What the documents say to do about it, where they list it. */
  readonly action?: Title;
  /** Whether the very same request may be sent again. */
  readonly mayRepeat: boolean;
}

/** The `unknown` outcome. `next` is copied: it usually comes from a definition, which a caller must not change. */
export function unknownOutcome<Data = never>(
  cause: UnknownCause,
  next: NextStep,
  data?: Data,
): Outcome<Data> {
  return { status: 'unknown', cause, next: copyNextStep(next), ...(data === undefined ? {} : { data }) };
}

const REPLY_INCOMPLETE = 'the reply lacks a field that decides what happened';

/** The words of each cause. */
const CAUSE_MESSAGE: Record<Exclude<UnknownCauseCode, 'platform'>, string> = {
  timeout: 'no complete reply before the deadline; the request may have been executed',
  network: 'the connection failed or broke; the request may have been executed',
  aborted: 'the call was aborted; the request may have been executed',
  redirect: 'the reply is a redirect, which no platform sends',
  http_status: 'the reply has an HTTP status other than 2xx',
  reply_too_large: 'the reply is larger than the cap',
  reply_malformed: 'the reply is not a message of the platform',
  reply_incomplete: REPLY_INCOMPLETE,
  reply_mismatch: 'the reply speaks of another order or merchant',
  page_limit: 'the list has more pages than were to be read',
  signature_missing: 'the reply is not signed',
  signature_invalid: 'the signature of the reply is not valid for the configured key and algorithm',
  decryption_failed: 'the reply could not be decrypted with the configured key',
};

/** The cause of an `unknown` outcome, in the words that belong to its code. For `platform` see `refusalOutcome`. */
export function unknownCause(
  code: keyof typeof CAUSE_MESSAGE,
  detail: Pick<UnknownCause, 'httpStatus' | 'systemCode' | 'fields'> = {},
): UnknownCause {
  return { code, message: CAUSE_MESSAGE[code], ...detail };
}

/** The one cause that a notification can have, too: apart from the words of all others, which its reader does not need. */
export function incompleteReply(detail: Pick<UnknownCause, 'fields'> = {}): UnknownCause {
  return { code: 'reply_incomplete', message: REPLY_INCOMPLETE, ...detail };
}
