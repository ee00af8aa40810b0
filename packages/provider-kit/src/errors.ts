/** What is wrong with one value that a caller gave. Never holds the value itself. */
export interface Issue {
  /** Where the value stands, by wire name: `AMT`, `scene_info.start_time`, `payout.url`. */
  readonly path: string;
  /** What kind of mistake it is. */
  readonly code: IssueCode;
  /** The mistake in words, without the value. */
  readonly message: string;
}

/**
 * - `missing`: a required value is not there.
 * - `unknown_field`: the operation has no such field, or the client sets it itself.
 * - `wrong_type`: another type was expected: text instead of a number, for example.
 * - `invalid_value`: the type is right, the value breaks a documented rule or is none of those there are.
 * - `conflict`: the value contradicts another: one that stands beside it, or one that was sent before.
 */
export type IssueCode = 'missing' | 'unknown_field' | 'wrong_type' | 'invalid_value' | 'conflict';

/**
 * The base of everything Yinjian throws: mistakes that a caller can mend, found before anything is sent, and
 * notifications that cannot be believed. What a platform says or a network does comes as an `Outcome` instead.
 *
 * No message, property or inspect output holds a key, a signing text or personal data.
 */
export abstract class YinjianError extends Error {
  abstract override readonly name: string;
  /** Stable across releases; made for `switch`. */
  abstract readonly code: string;
  /** Every mistake that was found, not only the first. */
  readonly issues: readonly Issue[];

  constructor(summary: string, issues: readonly Issue[]) {
    super(issues.length === 0 ? summary : `${summary}: ${issues.map(inWords).join('; ')}`);
    this.issues = issues;
  }
}

function inWords(issue: Issue): string {
  return issue.path === '' ? issue.message : `${issue.path} ${issue.message}`;
}

/** A client or handler was set up with values that cannot work. Thrown when it is created, or before it sends. */
export class ConfigurationError extends YinjianError {
  override readonly name = 'ConfigurationError';
  /** - `certificate_required`: the operation needs a client certificate and no `certificateFetch` was given. */
  readonly code: 'invalid_configuration' | 'certificate_required';

  constructor(issues: readonly Issue[], code: ConfigurationError['code'] = 'invalid_configuration') {
    super(
      code === 'invalid_configuration' ? 'The configuration is not usable' : 'Refused before sending',
      issues,
    );
    this.code = code;
  }
}

/** The input of an operation breaks its rules. Nothing was sent. */
export class RequestError extends YinjianError {
  override readonly name = 'RequestError';
  /**
   * - `order_number_reused`: this client has sent the order number with other parameters before.
   * - `not_repeatable`: what is known of the first attempt does not rule out that it was executed, and the platform may
   *   execute a second one, too: query.
   */
  readonly code: 'invalid_request' | 'order_number_reused' | 'not_repeatable';
  /** The operation that was called. */
  readonly operation: string;

  constructor(operation: string, issues: readonly Issue[], code: RequestError['code'] = 'invalid_request') {
    super(`${operation} was not sent`, issues);
    this.code = code;
    this.operation = operation;
  }
}

/**
 * - `malformed`: not a message of the platform: wrong encoding, syntax, or size.
 * - `incomplete`: signed, but a field that every such notification carries is missing or unreadable.
 * - `signature_missing`, `signature_invalid`: whoever sent it did not show that they know the key.
 * - `wrong_recipient`: signed, but for another merchant than the one configured.
 */
export type NotificationErrorCode =
  | 'malformed'
  | 'incomplete'
  | 'signature_missing'
  | 'signature_invalid'
  | 'wrong_recipient';

const NOTIFICATION_SUMMARY: Record<NotificationErrorCode, string> = {
  malformed: 'The notification is not a message of the platform',
  incomplete: 'The notification lacks a field that it must carry',
  signature_missing: 'The notification is not signed',
  signature_invalid: 'The signature of the notification is not valid for the configured key and algorithm',
  wrong_recipient: 'The notification is meant for another merchant',
};

/** A notification that must not be believed. Do not acknowledge it. */
export class NotificationError extends YinjianError {
  override readonly name = 'NotificationError';
  readonly code: NotificationErrorCode;

  constructor(code: NotificationErrorCode, issues: readonly Issue[] = []) {
    super(NOTIFICATION_SUMMARY[code], issues);
    this.code = code;
  }
}
