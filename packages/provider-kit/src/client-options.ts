import { randomNonce } from '@yinjian/crypto-webcrypto';
import { ConfigurationError, type Issue } from './errors.ts';
import type { Fetch } from './exchange.ts';
import type { Outcome } from './outcome.ts';

/** What every client takes. Nothing is global: two clients share nothing. */
export interface ClientOptions {
  /** Used for every exchange. Default: the runtime's `fetch`. */
  readonly fetch?: Fetch;
  /** A `fetch` that presents the merchant's TLS client certificate, for the operations that need one. */
  readonly certificateFetch?: Fetch;
  /** Until the whole reply must be there, in seconds; above 0 and at most 3600. Default: 15. */
  readonly deadlineSeconds?: number;
  /** The largest reply that is read, in bytes. Default: 1 MiB. */
  readonly maxReplyBytes?: number;
  /** Default: the system clock. */
  readonly clock?: () => Date;
  /** 32 characters of base62, different each time. Default: `randomNonce`. */
  readonly nonce?: () => string;
  readonly hooks?: Hooks;
}

/**
 * Called around every exchange, for logs and metrics. Card and personal data are redacted; what a hook throws, or
 * rejects with, is ignored.
 */
export interface Hooks {
  /** Just before the request is handed to `fetch`. */
  readonly onRequest?: (event: RequestEvent) => void;
  /** When the outcome is known. */
  readonly onOutcome?: (event: OutcomeEvent) => void;
}

/** A request that is about to be sent. */
export interface RequestEvent {
  /** The operation's name. */
  readonly operation: string;
  readonly url: string;
  /** What is sent, redacted. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** What is doubtful, and is sent all the same. */
  readonly warnings: readonly Warning[];
}

/** Something about a request that the documents advise against, or that will hardly do: a card that has expired. */
export interface Warning {
  /** The field, by wire name. */
  readonly path: string;
  /** In words, without the value. */
  readonly message: string;
}

/** A call that has come to an end. */
export interface OutcomeEvent extends RequestEvent {
  /** What came back, its data redacted. */
  readonly outcome: Outcome<Readonly<Record<string, unknown>>>;
  /** From before the exchange until the outcome was known, by the client's clock. */
  readonly milliseconds: number;
}

/** `ClientOptions` with every default filled in. */
export interface ResolvedClientOptions {
  readonly fetch: Fetch;
  readonly certificateFetch: Fetch | undefined;
  readonly deadlineSeconds: number;
  readonly maxReplyBytes: number;
  readonly now: () => Date;
  readonly nonce: () => string;
  readonly hooks: Hooks;
}

/** The names of `ClientOptions`. */
export const CLIENT_OPTIONS: readonly string[] = [
  'fetch',
  'certificateFetch',
  'deadlineSeconds',
  'maxReplyBytes',
  'clock',
  'nonce',
  'hooks',
];

/** Options that nobody reads: a misspelt one must not pass for one that was left out. */
export function misspeltOptions(options: object, names: readonly string[]): Issue[] {
  if (typeof options !== 'object' || options === null) {
    return [{ path: 'options', code: 'wrong_type', message: 'must be an object' }];
  }
  return Object.keys(options)
    .filter((name) => !names.includes(name))
    .map((path) => ({ path, code: 'unknown_field', message: 'is not an option' }));
}

/** What was given in the place of a function. */
export function functionIssues(functions: Readonly<Record<string, unknown>>): Issue[] {
  return Object.entries(functions).flatMap(([path, value]): Issue[] => {
    if (value === undefined || typeof value === 'function') return [];
    return [{ path, code: 'wrong_type', message: 'must be a function' }];
  });
}

const NO_HOOK: Issue = {
  path: 'hooks',
  code: 'unknown_field',
  message: 'has neither onRequest nor onOutcome',
};

const DEADLINE_SECONDS = 15;
const LONGEST_DEADLINE_SECONDS = 3600;
const MAX_REPLY_BYTES = 1_048_576;

/**
 * Fills in the defaults, in a copy that later changes to the caller's objects do not reach.
 *
 * @throws ConfigurationError naming every unusable option.
 */
export function resolveClientOptions(options: ClientOptions): ResolvedClientOptions {
  const { fetch, certificateFetch, clock, nonce, hooks } = options;
  const { deadlineSeconds = DEADLINE_SECONDS, maxReplyBytes = MAX_REPLY_BYTES } = options;
  const { onRequest, onOutcome } = hooks ?? {};

  const issues = [
    ...functionIssues({
      fetch,
      certificateFetch,
      clock,
      nonce,
      'hooks.onRequest': onRequest,
      'hooks.onOutcome': onOutcome,
    }),
    // Hooks may be an object with more in it; one that has neither has a misspelt one.
    ...(onRequest === undefined && onOutcome === undefined && Object.keys(hooks ?? {}).length > 0
      ? [NO_HOOK]
      : []),
  ];
  if (
    !(
      typeof deadlineSeconds === 'number' &&
      deadlineSeconds > 0 &&
      deadlineSeconds <= LONGEST_DEADLINE_SECONDS
    )
  ) {
    const message = `must be a number above 0 and at most ${LONGEST_DEADLINE_SECONDS}`;
    issues.push({ path: 'deadlineSeconds', code: 'invalid_value', message });
  }
  if (!(Number.isSafeInteger(maxReplyBytes) && maxReplyBytes > 0)) {
    issues.push({ path: 'maxReplyBytes', code: 'invalid_value', message: 'must be a positive whole number' });
  }
  if (issues.length > 0) throw new ConfigurationError(issues);

  return {
    fetch: fetch ?? ((url, init) => globalThis.fetch(url, init)),
    certificateFetch,
    deadlineSeconds,
    maxReplyBytes,
    now: clock ?? (() => new Date()),
    nonce: nonce ?? (() => randomNonce()),
    hooks: {
      ...(onRequest === undefined ? {} : { onRequest: onRequest.bind(hooks) }),
      ...(onOutcome === undefined ? {} : { onOutcome: onOutcome.bind(hooks) }),
    },
  };
}
