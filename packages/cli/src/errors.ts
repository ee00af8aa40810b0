import type { CodecErrorCode } from '@yinjian/protocol-codec';
import type { Issue, Title } from '@yinjian/provider-kit';
import { EXIT, type ExitCode } from './exit-code.ts';

/** Stable; made for `switch`. New ones may be added. */
type CliErrorCode =
  /** Of a message that is broken. */
  | CodecErrorCode
  /** An option or argument that there is not, or that contradicts another. */
  | 'usage'
  /** A key that is needed and was not given. */
  | 'no_key'
  /** A file that cannot be read or written. */
  | 'file'
  /** The fields of a call break the rules of the operation: nothing was sent. */
  | 'invalid_request'
  /** Input that is no message, or not of the kind that is wanted. */
  | 'unreadable'
  | 'decryption_failed'
  /** Not confirmed: nothing was sent. */
  | 'not_confirmed'
  /** The sandbox cannot be started, or does not answer. */
  | 'sandbox'
  | 'interrupted';

/** Ends a command with a message for the person at the terminal. Never holds a key. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: CliErrorCode;
  readonly text: Title;
  readonly exitCode: ExitCode;
  /** Each mistake, where there may be several. */
  readonly issues: readonly TitledIssue[] | undefined;

  constructor(
    code: CliErrorCode,
    text: Title,
    { exitCode = EXIT.usage, issues }: { exitCode?: ExitCode; issues?: readonly TitledIssue[] } = {},
  ) {
    super(text.en);
    this.code = code;
    this.text = text;
    this.exitCode = exitCode;
    this.issues = issues;
  }
}

/** A mistake and what the documents call the field. */
export interface TitledIssue extends Issue {
  readonly title?: Title;
  /** What was probably meant; follows the message. */
  readonly hint?: Title;
}

/** The code of what the system says about a file: `ENOENT`. */
export function systemCodeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? '';
}
